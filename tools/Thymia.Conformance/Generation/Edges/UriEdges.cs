using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>Absolute URIs of many shapes; every host is a reserved name or an address kept for documentation.</summary>
internal static class UriEdges
{
    public static IReadOnlyList<Edge> All { get; } =
    [
        Of("https", "https://example.com/webhooks"),
        Of("http", "http://example.com/webhooks"),
        Of("host-alone", "https://example.com"),
        Of("root-path", "https://example.com/"),
        Of("query", "https://example.com/webhooks?call=1&kind=status"),
        Of("escaped-query", "https://example.com/webhooks?next=%2Fa%20b%3Fc"),
        Of("fragment", "https://example.com/webhooks#calls"),
        Of("port", "https://example.com:8443/webhooks"),
        Of("deep-path", "https://example.com/a/b/c/d/e/f.json"),
        Of("dots-in-path", "https://example.com/a/./b/../c"),
        Of("sub-domains", "https://a.b.c.example.org/webhooks"),
        Of("punycode-host", "https://xn--bcher-kva.example/webhooks"),
        Of("ipv4-host", "https://192.0.2.10/webhooks"),
        Of("ipv6-host", "https://[2001:db8::10]:8443/webhooks"),
        Of("long-2000", "https://example.com/" + new string('a', 1980)),
        Of("upper-case-scheme", "HTTPS://EXAMPLE.COM/webhooks"),
        Of("user-info", "https://user@example.com/webhooks", Tier.SchemaOnly),
        Of("tilde-and-signs", "https://example.com/~a/b;c=1,2/@x:y!$&'()*+"),
        Of("long-10000", "https://example.com/" + new string('a', 9980), Tier.SchemaOnly),
        Of("urn", "urn:example:webhook", Tier.SchemaOnly),
        Of("mailto", "mailto:sam@example.com", Tier.SchemaOnly),
        Of("ftp", "ftp://example.com/calls", Tier.SchemaOnly),
        Of("tag", "tag:example.com,2025:webhook", Tier.SchemaOnly),
        Of("custom-scheme", "app+call://example.com/webhooks", Tier.SchemaOnly),
    ];

    private static Edge Of(string kind, string text, Tier tier = Tier.Plausible) =>
        new("format", kind, tier, _ => JsonValue.Create(text));
}
