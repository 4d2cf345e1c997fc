namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Ways to miss a UUID, an e-mail address, a host name and an address of the Internet Protocol.</summary>
internal static class IdentifierTexts
{
    public static IReadOnlyList<(string Name, Func<string, string> Change)> Uuids { get; } =
    [
        ("not-a-uuid", _ => "not-a-uuid"),
        ("empty", _ => ""),
        ("braces", o => $"{{{o}}}"),
        ("no-dashes", o => o.Replace("-", "", StringComparison.Ordinal)),
        ("one-digit-short", o => o[..^1]),
        ("one-digit-long", o => o + "0"),
        ("not-hexadecimal", o => "g" + o[1..]),
        ("urn", o => "urn:uuid:" + o),
        ("shifted-dash", o => o[..7] + "-" + o[7] + o[9..]),
        ("leading-blank", o => " " + o),
        ("trailing-newline", o => o + "\n"),
        ("number", _ => "12345"),
    ];

    public static IReadOnlyList<(string Name, Func<string, string> Change)> Emails { get; } =
    [
        ("no-at", o => o.Replace("@", "", StringComparison.Ordinal)),
        ("empty", _ => ""),
        ("no-local-part", o => o[o.IndexOf('@', StringComparison.Ordinal)..]),
        ("no-domain", o => o[..(o.IndexOf('@', StringComparison.Ordinal) + 1)]),
        ("two-ats", o => o.Replace("@", "@@", StringComparison.Ordinal)),
        ("blank-inside", o => o.Insert(1, " ")),
        ("leading-dot", o => "." + o),
        ("double-dot", o => o.Insert(1, "..")),
        ("display-name", o => $"Sam <{o}>"),
        ("trailing-newline", o => o + "\n"),
    ];

    public static IReadOnlyList<(string Name, Func<string, string> Change)> Hostnames { get; } =
    [
        ("empty", _ => ""),
        ("underscore", _ => "under_score.example.com"),
        ("leading-dash", _ => "-a.example.com"),
        ("trailing-dash", _ => "a-.example.com"),
        ("empty-label", _ => "a..example.com"),
        ("label-too-long", _ => new string('a', 64) + ".example.com"),
        ("blank-inside", _ => "a b.example.com"),
        ("url", _ => "https://example.com/"),
        ("with-port", _ => "example.com:80"),
    ];

    public static IReadOnlyList<(string Name, Func<string, string> Change)> IPv4 { get; } =
    [
        ("empty", _ => ""),
        ("octet-256", _ => "192.0.2.256"),
        ("three-octets", _ => "192.0.2"),
        ("five-octets", _ => "192.0.2.1.1"),
        ("leading-zero", _ => "192.0.02.1"),
        ("hexadecimal", _ => "0xc0.0.2.1"),
        ("one-number", _ => "3221225985"),
        ("with-port", _ => "192.0.2.1:80"),
        ("with-mask", _ => "192.0.2.0/24"),
        ("arabic-digit", _ => "192.0.2.\u0661"),
    ];

    public static IReadOnlyList<(string Name, Func<string, string> Change)> IPv6 { get; } =
    [
        ("empty", _ => ""),
        ("two-gaps", _ => "2001:db8::1::2"),
        ("group-too-long", _ => "2001:db8::12345"),
        ("nine-groups", _ => "2001:db8:1:2:3:4:5:6:7"),
        ("not-hexadecimal", _ => "2001:db8::g"),
        ("bracketed", _ => "[2001:db8::1]"),
        ("with-zone", _ => "fe80::1%eth0"),
        ("ipv4", _ => "192.0.2.1"),
        ("single-colon-end", _ => "2001:db8:1:2:3:4:5:"),
    ];
}
