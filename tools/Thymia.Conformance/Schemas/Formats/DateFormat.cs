using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>date</c>: RFC 3339 section 5.6 <c>full-date</c>, exactly ten characters, with the month lengths of section 5.7
/// and the leap years of appendix C. The Gregorian rule is applied to every year from 0000 to 9999.
/// </summary>
internal static class DateFormat
{
    public const int Length = 10;

    private static ReadOnlySpan<byte> DaysInMonth => [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var year = AsciiDigits.Read(text[..4]);
        var month = AsciiDigits.Read(text[5..7]);
        var day = AsciiDigits.Read(text[8..]);
        return year >= 0 && month is >= 1 and <= 12 && day >= 1 && day <= LastDay(year, month);
    }

    private static int LastDay(int year, int month) => month == 2 && IsLeap(year) ? 29 : DaysInMonth[month - 1];

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
