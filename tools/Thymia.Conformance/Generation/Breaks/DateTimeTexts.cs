namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Ways to miss an RFC 3339 date-time, a time and a duration.</summary>
internal static class DateTimeTexts
{
    public static IReadOnlyList<(string Name, Func<string, string> Change)> All { get; } =
    [
        ("not-a-date-time", _ => "not-a-date-time"),
        ("empty", _ => ""),
        ("no-offset", o => o[..19]),
        ("blank-for-t", o => o.Replace('T', ' ')),
        ("no-t", o => o.Remove(10, 1)),
        ("date-only", o => o[..10]),
        ("time-only", o => o[11..]),
        ("hour-24", o => o[..11] + "24" + o[13..]),
        ("minute-60", o => o[..14] + "60" + o[16..]),
        ("second-61", o => o[..17] + "61" + o[19..]),
        ("no-seconds", o => o[..16] + "Z"),
        ("month-99", o => o[..5] + "99" + o[7..]),
        ("february-30", o => o[..5] + "02-30" + o[10..]),
        ("offset-without-colon", o => o[..19] + "+0100"),
        ("offset-hours-only", o => o[..19] + "+01"),
        ("offset-24", o => o[..19] + "+24:00"),
        ("zone-name", o => o[..19] + " UTC"),
        ("bracketed-zone", o => o + "[Europe/London]"),
        ("comma-fraction", o => o[..19] + ",5Z"),
        ("empty-fraction", o => o[..19] + ".Z"),
        ("compact", o => o.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)),
        ("epoch-seconds", _ => "1700000000"),
        ("http-date", _ => "Fri, 24 Aug 1990 10:00:00 GMT"),
        ("leading-blank", o => " " + o),
        ("trailing-newline", o => o + "\n"),
        ("arabic-digit", o => "\u0661" + o[1..]),
    ];

    public static IReadOnlyList<(string Name, Func<string, string> Change)> Times { get; } =
    [
        ("not-a-time", _ => "not-a-time"),
        ("empty", _ => ""),
        ("no-offset", o => o[..8]),
        ("hour-24", o => "24" + o[2..]),
        ("minute-60", o => o[..3] + "60" + o[5..]),
        ("second-61", o => o[..6] + "61" + o[8..]),
        ("no-seconds", o => o[..5] + "Z"),
        ("twelve-hours", _ => "10:30 AM"),
        ("date-time", o => "2020-01-01T" + o),
    ];

    public static IReadOnlyList<(string Name, Func<string, string> Change)> Durations { get; } =
    [
        ("not-a-duration", _ => "not-a-duration"),
        ("empty", _ => ""),
        ("p-alone", _ => "P"),
        ("t-without-time", _ => "P1DT"),
        ("no-p", _ => "1D"),
        ("lower-case", o => o.ToLowerInvariant()),
        ("clock", _ => "01:30:00"),
        ("wrong-order", _ => "P1D1Y"),
        ("seconds-as-number", _ => "90"),
        ("weeks-mixed", _ => "P1W2D"),
    ];
}
