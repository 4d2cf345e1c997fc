using System.Globalization;

namespace Thymia.Conformance.Safety;

/// <summary>
/// A day however people and programs write it: in any order, with the month as a word, as a time stamp.
/// </summary>
internal sealed class SecretDate : Secret
{
    private static readonly string[] Separators = ["-", "/", ".", " ", ". "];

    // Fewer digits turn up by chance: they are those of the first days of 1970.
    private const int FewestDigits = 6;

    private readonly string _year;
    private readonly string[] _stamps;
    private readonly Lazy<string[]> _spellings;

    public SecretDate(DateOnly day, string mask)
        : base(mask)
    {
        _year = day.ToString("yyyy", CultureInfo.InvariantCulture);
        var seconds = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();
        _stamps =
        [
            .. new[] { seconds, seconds * 1_000 }
                .Select(s => s.ToString(CultureInfo.InvariantCulture))
                .Where(s => s.Length >= FewestDigits),
        ];
        _spellings = new(() => [.. Spellings(day).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    internal override int Shortest => FewestDigits;

    internal override IEnumerable<(int Start, int Length)> In(string text)
    {
        var stamps = _stamps.SelectMany(s => At(text, s));
        return text.Contains(_year, StringComparison.Ordinal)
            ? _spellings.Value.SelectMany(s => At(text, s)).Concat(stamps)
            : stamps;
    }

    private static IEnumerable<(int Start, int Length)> At(string text, string spelling)
    {
        for (
            var at = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(spelling, at + spelling.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            // 3.2.1961 is no part of 13.2.1961.
            var end = at + spelling.Length;
            if (!(at > 0 && char.IsAsciiDigit(text[at - 1])) && !(end < text.Length && char.IsAsciiDigit(text[end])))
            {
                yield return (at, spelling.Length);
            }
        }
    }

    private static IEnumerable<string> Spellings(DateOnly day)
    {
        var (year, month, number) = (Text(day, "yyyy"), Text(day, "MM"), Text(day, "dd"));
        var (shortMonth, shortNumber) = (Text(day, "%M"), Text(day, "%d"));
        foreach (var (m, d) in new[] { (month, number), (shortMonth, shortNumber) })
        {
            foreach (var separator in Separators)
            {
                yield return string.Join(separator, year, m, d);
                yield return string.Join(separator, d, m, year);
                yield return string.Join(separator, m, d, year);
            }
        }

        yield return year + month + number;
        yield return number + month + year;
        yield return month + number + year;
        foreach (var word in new[] { Text(day, "MMMM"), Text(day, "MMM") })
        {
            foreach (var d in new[] { number, shortNumber, shortNumber + Ordinal(day.Day) })
            {
                yield return $"{d} {word} {year}";
                yield return $"{d} {word}, {year}";
                yield return $"{d}. {word} {year}";
                yield return $"{d}-{word}-{year}";
                yield return $"{word} {d}, {year}";
                yield return $"{word} {d} {year}";
            }
        }
    }

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Ordinal(int day) =>
        day is 11 or 12 or 13
            ? "th"
            : (day % 10) switch
            {
                1 => "st",
                2 => "nd",
                3 => "rd",
                _ => "th",
            };
}
