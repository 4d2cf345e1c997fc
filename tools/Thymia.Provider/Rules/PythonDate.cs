using System.Globalization;
using System.Text.RegularExpressions;

namespace Thymia.Provider.Rules;

/// <summary>
/// pydantic v1's date text: month and day in one or two digits, any decimal digits, and perhaps a line feed at the end.
/// </summary>
internal static partial class PythonDate
{
    public static bool IsValid(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            && Number(match.Groups[1]) is var year and > 0
            && Number(match.Groups[2]) is var month and >= 1 and <= 12
            && Number(match.Groups[3]) is var day and >= 1
            && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(Group digits)
    {
        var number = 0;
        foreach (var digit in digits.ValueSpan)
        {
            number = (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit);
        }

        return number;
    }

    [GeneratedRegex(@"\A(\d{4})-(\d{1,2})-(\d{1,2})\n?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
