using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>Telephone numbers in several notations, every one of a range kept for fiction.</summary>
internal static class PhoneEdges
{
    public static IReadOnlyList<Edge> All { get; } =
    [
        Of("uk-mobile", "+447700900123"),
        Of("uk-geographic", "+441632960123"),
        Of("us", "+12125550123"),
        Of("canada", "+14165550147"),
        Of("australia-mobile", "+61491570156"),
        Of("with-blanks", "+44 7700 900123", Tier.SchemaOnly),
        Of("with-dashes", "+1-212-555-0123", Tier.SchemaOnly),
        Of("with-parentheses", "(212) 555-0123", Tier.SchemaOnly),
        Of("national", "07700 900123", Tier.SchemaOnly),
        Of("double-zero", "00447700900123", Tier.SchemaOnly),
        Of("tel-uri", "tel:+447700900123", Tier.SchemaOnly),
        Of("empty", "", Tier.SchemaOnly),
        Of("not-a-number", "none", Tier.SchemaOnly),
    ];

    private static Edge Of(string kind, string text, Tier tier = Tier.Plausible) =>
        new("phone-number", kind, tier, _ => JsonValue.Create(text));
}
