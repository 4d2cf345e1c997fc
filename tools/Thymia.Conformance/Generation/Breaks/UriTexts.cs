namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Ways to miss an absolute RFC 3986 URI. Every host in them is a reserved name.</summary>
internal static class UriTexts
{
    public static IReadOnlyList<(string Name, Func<string, string> Change)> All { get; } =
    [
        ("not-a-uri", _ => "not a uri"),
        ("empty", _ => ""),
        ("no-scheme", o => o[(o.IndexOf("://", StringComparison.Ordinal) + 3)..]),
        ("scheme-relative", o => o[(o.IndexOf(':', StringComparison.Ordinal) + 1)..]),
        ("path-only", _ => "/webhooks/calls"),
        ("relative-path", _ => "webhooks/calls"),
        ("fragment-only", _ => "#calls"),
        ("word", _ => "localhost"),
        ("blank-inside", o => o + "/a b"),
        ("leading-blank", o => " " + o),
        ("trailing-blank", o => o + " "),
        ("trailing-newline", o => o + "\n"),
        ("control-character", o => o + "/\u0001"),
        ("tab-inside", o => o + "/a\tb"),
        ("bad-percent", o => o + "/%zz"),
        ("cut-percent", o => o + "/%2"),
        ("unescaped-brackets", o => o + "/{id}"),
        ("unescaped-non-ascii", o => o + "/caf\u00E9"),
        ("backslashes", _ => @"https:\\example.com\calls"),
        ("angle-brackets", o => $"<{o}>"),
        ("quoted", o => $"\"{o}\""),
        ("bad-port", _ => "https://example.com:port/"),
        ("open-bracket-host", _ => "https://[2001:db8::1/"),
        ("scheme-starts-with-digit", _ => "1https://example.com/"),
        ("scheme-with-blank", _ => "ht tps://example.com/"),
        ("missing-colon", _ => "https//example.com/"),
    ];

    /// <summary>For formats that have no list of their own: kept where the format refuses them.</summary>
    public static IReadOnlyList<(string Name, Func<string, string> Change)> Generic { get; } =
    [
        ("empty", _ => ""),
        ("blank-inside", _ => "not valid here"),
        ("control-character", o => o + "\u0001"),
        ("bad-percent", o => o + "%zz"),
        ("open-bracket", _ => "["),
        ("tilde", _ => "~2"),
    ];
}
