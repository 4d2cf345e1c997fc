namespace Thymia.Provider.Rules;

/// <summary>
/// RFC 3339's full-date: <c>YYYY-MM-DD</c> in ASCII digits, a day of the proleptic Gregorian calendar, year 0
/// included.
/// </summary>
internal static class FullDate
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..]));
        return year >= 0 && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month);
    }

    private static int DaysIn(int year, int month) =>
        month switch
        {
            2 when year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    /// <summary>-1 unless all are ASCII digits.</summary>
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
