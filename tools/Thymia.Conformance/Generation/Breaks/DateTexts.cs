namespace Thymia.Conformance.Generation.Breaks;

/// <summary>
/// Ways to miss an RFC 3339 date. What is written out holds for any date; the rest bends the valid one.
/// </summary>
internal static class DateTexts
{
    public static IReadOnlyList<(string Name, Func<string, string> Change)> All { get; } =
    [
        ("not-a-date", _ => "not-a-date"),
        ("empty", _ => ""),
        ("blank", _ => " "),
        ("february-30", o => o[..4] + "-02-30"),
        ("february-29-in-common-year", _ => "1990-02-29"),
        ("february-29-in-1900", _ => "1900-02-29"),
        ("april-31", o => o[..4] + "-04-31"),
        ("day-32", o => o[..8] + "32"),
        ("day-00", o => o[..8] + "00"),
        ("month-13", o => o[..4] + "-13" + o[7..]),
        ("month-00", o => o[..4] + "-00" + o[7..]),
        ("month-13-day-45", _ => "1990-13-45"),
        ("all-zeros", _ => "0000-00-00"),
        ("day-month-year", o => $"{o[8..]}-{o[5..7]}-{o[..4]}"),
        ("month-day-year", o => $"{o[5..7]}-{o[8..]}-{o[..4]}"),
        ("slashes", o => o.Replace('-', '/')),
        ("day-month-year-slashes", o => $"{o[8..]}/{o[5..7]}/{o[..4]}"),
        ("month-day-year-slashes", o => $"{o[5..7]}/{o[8..]}/{o[..4]}"),
        ("dots", o => o.Replace('-', '.')),
        ("day-month-year-dots", o => $"{o[8..]}.{o[5..7]}.{o[..4]}"),
        ("blanks-for-dashes", o => o.Replace('-', ' ')),
        ("underscores", o => o.Replace('-', '_')),
        ("en-dashes", o => o.Replace('-', '\u2013')),
        ("no-padding", o => o[..4] + "-8-4"),
        ("two-digit-year", o => o[2..]),
        ("compact", o => o.Replace("-", "", StringComparison.Ordinal)),
        ("year-and-month", o => o[..7]),
        ("year-alone", o => o[..4]),
        ("week-date", o => o[..4] + "-W34-5"),
        ("ordinal-date", o => o[..4] + "-236"),
        ("month-name", _ => "24 Aug 1990"),
        ("date-time", o => o + "T10:30:00Z"),
        ("date-time-without-offset", o => o + "T10:30:00"),
        ("date-time-at-midnight", o => o + "T00:00:00"),
        ("date-time-at-midnight-utc", o => o + "T00:00:00Z"),
        ("date-time-with-blank", o => o + " 00:00:00"),
        ("with-offset", o => o + "Z"),
        ("year-10000", _ => "10000-01-01"),
        ("negative-year", o => "-" + o),
        ("signed-year", o => "+" + o),
        ("arabic-digits", o => Digits(o, '\u0660')),
        ("full-width-digits", o => Digits(o, '\uFF10')),
        ("bengali-last-digit", o => o[..9] + (char)('\u09E6' + (o[9] - '0'))),
        ("leading-blank", o => " " + o),
        ("trailing-blank", o => o + " "),
        ("trailing-newline", o => o + "\n"),
        ("trailing-letter", o => o + "x"),
        ("trailing-nul", o => o + "\0"),
        ("epoch-seconds", _ => "651456000"),
        ("epoch-zero", _ => "0"),
        ("word-today", _ => "today"),
        ("word-null", _ => "null"),
    ];

    private static string Digits(string text, char zero) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(zero + (c - '0')) : c));
}
