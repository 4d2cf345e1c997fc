using System.Globalization;

namespace Thymia.Conformance.Safety;

/// <summary>
/// Telephone numbers that ring nobody: what Ofcom, the North American Numbering Plan and ACMA keep for drama.
/// </summary>
internal static class ReservedNumbers
{
    // Prefix in E.164 and the count of digits that follow, all of which are fictional.
    private static readonly (string Prefix, int Digits)[] Ranges =
    [
        ("447700900", 3),
        ("441632960", 3),
        ("442079460", 3),
        ("441134960", 3),
        ("441144960", 3),
        ("441154960", 3),
        ("441164960", 3),
        ("441174960", 3),
        ("441184960", 3),
        ("441214960", 3),
        ("441314960", 3),
        ("441414960", 3),
        ("441514960", 3),
        ("441614960", 3),
        ("441914980", 3),
        ("448081570", 3),
        ("443069990", 3),
        ("121255501", 2),
        ("130355501", 2),
        ("141555501", 2),
        ("161755501", 2),
        ("141655501", 2),
        ("160455501", 2),
        ("614915701", 0),
    ];

    // Of the range that is no more than these.
    private static readonly string[] LastDigits = ["10", "56", "57", "58", "59"];
    private static readonly string[] Australian =
    [
        "61491570006",
        "61491570110",
        "61491570156",
        "61491570157",
        "61491570158",
        "61491570159",
    ];

    /// <summary>E.164.</summary>
    public static string Draw(Random random)
    {
        var (prefix, digits) = Ranges[random.Next(Ranges.Length)];
        return "+"
            + prefix
            + (
                digits == 0
                    ? LastDigits[random.Next(LastDigits.Length)]
                    : random.Next(digits == 2 ? 100 : 1000).ToString($"D{digits}", CultureInfo.InvariantCulture)
            );
    }

    /// <summary>One of each range in each notation that people use; the same for the same number.</summary>
    public static IEnumerable<string> Notations(int number)
    {
        foreach (var notation in Ranges.SelectMany(r => Notations(Whole(r, number))))
        {
            yield return notation;
        }

        yield return "555-01" + (number % 100).ToString("D2", CultureInfo.InvariantCulture);
        yield return "55501" + (number % 100).ToString("D2", CultureInfo.InvariantCulture);
    }

    /// <summary>The same number as an API may want it written.</summary>
    /// <param name="digits">E.164 without the plus sign.</param>
    public static IEnumerable<string> Notations(string digits)
    {
        var (country, national) = digits[0] == '1' ? ("1", digits[1..]) : (digits[..2], digits[2..]);
        yield return "+" + digits;
        yield return digits;
        yield return "00" + digits;
        yield return (country == "1" ? "" : "0") + national;
        yield return $"+{country} {national[..3]} {national[3..6]} {national[6..]}";
        yield return $"+{country}-{national[..3]}-{national[3..6]}-{national[6..]}";
        yield return $"{national[..3]}-{national[3..6]}-{national[6..]}";
        yield return $"({national[..3]}) {national[3..6]}-{national[6..]}";
        yield return $"{national[..3]}.{national[3..6]}.{national[6..]}";
        yield return $"0{national[..4]} {national[4..]}";
        yield return "tel:+" + digits;
    }

    /// <summary>
    /// Whether these digits are of a range kept for fiction: with the country's code, with 00 before it, or as they
    /// are dialled within the country.
    /// </summary>
    public static bool Contains(string digits)
    {
        var bare = digits.TrimStart('0');
        return IsInternational(bare)
            || (digits.StartsWith('0') && (IsInternational("44" + bare) || IsInternational("61" + bare)))
            || IsInternational("1" + digits)
            || (digits.Length == 7 && digits.StartsWith("55501", StringComparison.Ordinal));
    }

    private static bool IsInternational(string digits) =>
        Array.Exists(Australian, a => a == digits)
        || (digits.Length == 11 && digits[0] == '1' && digits[1] is >= '2' and <= '9' && digits[4..9] == "55501")
        || Array.Exists(Ranges, r =>
            r.Digits == 3
            && digits.Length == r.Prefix.Length + 3
            && digits.StartsWith(r.Prefix, StringComparison.Ordinal)
        );

    private static string Whole((string Prefix, int Digits) range, int number) =>
        range.Digits switch
        {
            0 => range.Prefix + LastDigits[number % LastDigits.Length],
            2 => range.Prefix + (number % 100).ToString("D2", CultureInfo.InvariantCulture),
            _ => range.Prefix + (number % 1000).ToString("D3", CultureInfo.InvariantCulture),
        };
}
