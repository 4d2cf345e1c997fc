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
        Rare("one-label-host", "https://invalid/webhooks"),
        Rare("underscore-in-host", "https://call_hooks.example.com/webhooks"),
        Rare("host-with-trailing-dot", "https://example.com./webhooks"),
        Of("host-of-digits", "https://4711.example.com/webhooks", Tier.SchemaOnly),
        Rare("empty-query", "https://example.com/webhooks?"),
        Of("empty-fragment", "https://example.com/webhooks#", Tier.SchemaOnly),
        Of("repeated-query", "https://example.com/webhooks?call=1&call=2&empty=", Tier.SchemaOnly),
        Of("lowest-port", "https://example.com:1/webhooks", Tier.SchemaOnly),
        Rare("highest-port", "https://example.com:65535/webhooks"),
        Of("default-port", "https://example.com:443/webhooks", Tier.SchemaOnly),
        Rare("encoded-slash", "https://example.com/a%2Fb/c%2fd"),
        Of("encoded-non-ascii", "https://example.com/caf%C3%A9", Tier.SchemaOnly),
        Rare("double-slash-in-path", "https://example.com//webhooks//calls"),
        Of("port-zero", "https://example.com:0/webhooks", Tier.SchemaOnly),
        Of("empty-port", "https://example.com:/webhooks", Tier.SchemaOnly),
        Of("port-beyond-16-bits", "https://example.com:65536/webhooks", Tier.SchemaOnly),
        Of("ipv4-as-number", "https://3221225994/webhooks", Tier.SchemaOnly),
        Of("ipv4-in-hexadecimal", "https://0xC000020A/webhooks", Tier.SchemaOnly),
        Of("ipv6-in-full", "https://[2001:0DB8:0000:0000:0000:0000:0000:0010]/webhooks", Tier.SchemaOnly),
        Of("ipv6-with-ipv4-tail", "https://[2001:db8::192.0.2.10]/webhooks", Tier.SchemaOnly),
    ];

    private static Edge Rare(string kind, string text) => Of(kind, text) with { IsRare = true };

    private static Edge Of(string kind, string text, Tier tier = Tier.Plausible) =>
        new("format", kind, tier, _ => JsonValue.Create(text));
}
