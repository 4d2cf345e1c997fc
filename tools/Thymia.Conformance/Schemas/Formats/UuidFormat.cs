namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>uuid</c>: the text form of RFC 4122 section 3, 8-4-4-4-12 hexadecimal digits in either case. Version and
/// variant are not looked at, so the nil UUID is one too; braces and the <c>urn:uuid:</c> prefix are not part of
/// the form.
/// </summary>
internal static class UuidFormat
{
    private const int Length = 36;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
        {
            return false;
        }

        for (var index = 0; index < Length; index++)
        {
            var fits = index is 8 or 13 or 18 or 23 ? text[index] == '-' : char.IsAsciiHexDigit(text[index]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
