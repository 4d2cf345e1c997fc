using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>All ways to break each keyword.</summary>
internal static class BreakCatalogue
{
    private static readonly string[] Bounded = ["format", "pattern", "minLength", "maxLength", "minItems", "maxItems"];

    public static IReadOnlyList<BreakKind> For(SchemaSite site, Constraint constraint) =>
        (site.Node.Types & Governed(constraint.Keyword)) == JsonTypes.None ? [] : OfKeyword(site, constraint);

    // A keyword that is about texts says nothing of a number, which can therefore not break it.
    private static JsonTypes Governed(string keyword) =>
        keyword switch
        {
            "format" or "pattern" or "minLength" or "maxLength" => JsonTypes.String,
            "minimum" or "exclusiveMinimum" or "maximum" or "exclusiveMaximum" or "multipleOf" => JsonTypes.Number,
            "minItems" or "maxItems" or "uniqueItems" => JsonTypes.Array,
            "additionalProperties" or "minProperties" or "maxProperties" or "required" => JsonTypes.Object,
            _ => JsonTypes.Any,
        };

    /// <summary>
    /// Keywords about a type that a place does not even allow: a value of the wrong type may break them besides.
    /// </summary>
    public static IEnumerable<string> OfOtherTypes(JsonTypes types) =>
        Bounded.Where(k => (types & Governed(k)) == JsonTypes.None);

    private static IReadOnlyList<BreakKind> OfKeyword(SchemaSite site, Constraint constraint) =>
        constraint.Keyword switch
        {
            "type" => TypeBreaks.Kinds,
            "required" => RequiredBreaks.Kinds,
            "enum" or "const" => EnumBreaks.Kinds,
            "format" => FormatBreaks.For(site.Node.Format!),
            "pattern" => PatternBreaks.Kinds,
            "minLength" or "maxLength" => LengthBreaks.Kinds,
            "minimum" or "exclusiveMinimum" or "maximum" or "exclusiveMaximum" or "multipleOf" => NumberBreaks.Kinds,
            "minItems" or "maxItems" or "uniqueItems" => ArrayBreaks.Kinds,
            "additionalProperties" or "minProperties" or "maxProperties" => ObjectBreaks.Kinds,
            "oneOf" or "anyOf" or "not" => ChoiceBreaks.Kinds,
            _ => [],
        };

    /// <summary>
    /// Keywords that may fall together with the one broken, at the same place: a number where one of several texts is
    /// wanted has the wrong type and is no member either, and 1.5 may be too small for a whole number besides.
    /// </summary>
    public static IReadOnlyList<string> Companions(string keyword) =>
        keyword switch
        {
            "type" => ["enum", "const", "not", "oneOf", "anyOf", .. Bounds, "multipleOf"],
            "required" => ["minProperties"],
            "enum" or "const" => ["pattern", "format", "minLength", "maxLength", .. Bounds, "multipleOf"],
            "minLength" or "maxLength" or "format" => ["pattern", "format", "enum", "minLength", "maxLength"],
            "pattern" => ["format", "enum", "minLength", "maxLength"],
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" =>
            [
                "enum",
                "multipleOf",
                .. Bounds,
            ],
            "additionalProperties" => ["maxProperties"],
            "maxProperties" => ["additionalProperties"],
            "minItems" or "maxItems" or "uniqueItems" => ["minItems", "maxItems", "uniqueItems"],
            _ => [],
        };

    private static readonly string[] Bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
}
