namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>date-time</c>: RFC 3339 section 5.6 <c>date-time</c>, a <see cref="DateFormat"/>, <c>T</c> in either case,
/// and a <see cref="TimeFormat"/> with its offset. The blank that a note of section 5.6 lets applications use
/// instead of <c>T</c> is not part of the grammar and is refused.
/// </summary>
internal static class DateTimeFormat
{
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length > DateFormat.Length
        && text[DateFormat.Length] is ('T' or 't')
        && DateFormat.IsValid(text[..DateFormat.Length])
        && TimeFormat.IsValid(text[(DateFormat.Length + 1)..]);
}
