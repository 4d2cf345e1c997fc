using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>ipv4</c>: RFC 2673 section 3.2 <c>dotted-quad</c>: four decimal numbers up to 255. Leading zeros, which some
/// systems read as octal, are refused as in RFC 3986 section 3.2.2.
/// </summary>
internal static class Ipv4Format
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            count++;
            if (!IsOctet(text[range]))
            {
                return false;
            }
        }

        return count == 4;
    }

    private static bool IsOctet(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 3
        && (text.Length == 1 || text[0] != '0')
        && AsciiDigits.Read(text) is >= 0 and <= 255;
}
