namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>idn-email</c>: RFC 6531 section 3.3 <c>Mailbox</c>, which lets text outside ASCII into both parts.
/// </summary>
internal static class IdnEmailFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) => Mailbox.IsValid(text, international: true);
}
