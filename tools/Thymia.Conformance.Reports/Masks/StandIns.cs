namespace Thymia.Conformance.Reports.Masks;

/// <summary>
/// Values that nobody has, in place of masked ones: of the same form, so that a request stays what it is.
/// </summary>
internal static class StandIns
{
    private const string Day = "1970-01-01";

    // Ofcom keeps it for fiction.
    private const string Phone = "+447700900000";

    public static string For(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) ? Day
        : text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')') ? Phone
        : "someone";
}
