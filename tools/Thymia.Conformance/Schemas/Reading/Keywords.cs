namespace Thymia.Conformance.Schemas.Reading;

/// <summary>What becomes of each keyword of a schema.</summary>
internal static class Keywords
{
    /// <summary>Judged by the schema check.</summary>
    public static IReadOnlySet<string> Judged { get; } =
        Names(
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$id",
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "contains",
            "dependentRequired",
            "dependentSchemas",
            "else",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "if",
            "items",
            "maxContains",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minContains",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "prefixItems",
            "properties",
            "propertyNames",
            "required",
            "then",
            "type",
            "unevaluatedItems",
            "unevaluatedProperties",
            "uniqueItems"
        );

    /// <summary>Annotations that JSON Schema or OpenAPI defines, which demand nothing of a payload.</summary>
    public static IReadOnlySet<string> Annotations { get; } =
        Names(
            "$comment",
            "$defs",
            "$schema",
            "$vocabulary",
            "contentEncoding",
            "contentMediaType",
            "contentSchema",
            "default",
            "definitions",
            "deprecated",
            "description",
            "discriminator",
            "example",
            "examples",
            "externalDocs",
            "readOnly",
            "summary",
            "title",
            "writeOnly",
            "xml"
        );

    /// <summary>
    /// Keywords of JSON Schema, of any draft, that the Schema Object of OpenAPI 3.0 does not have: it calls them
    /// unsupported, so nobody can say what they mean there.
    /// </summary>
    public static IReadOnlySet<string> MissingIn30 { get; } =
        Names(
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$id",
            "$recursiveAnchor",
            "$recursiveRef",
            "additionalItems",
            "contains",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "else",
            "id",
            "if",
            "maxContains",
            "minContains",
            "patternProperties",
            "prefixItems",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties"
        );

    /// <summary>Those whose value is one schema.</summary>
    public static IReadOnlySet<string> OfOneSchema { get; } =
        Names(
            "additionalProperties",
            "contains",
            "contentSchema",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties"
        );

    /// <summary>Those whose value is a list of schemas.</summary>
    public static IReadOnlySet<string> OfSchemas { get; } = Names("allOf", "anyOf", "oneOf", "prefixItems");

    /// <summary>Those whose value is a mapping of names to schemas.</summary>
    public static IReadOnlySet<string> OfNamedSchemas { get; } =
        Names("$defs", "definitions", "dependentSchemas", "patternProperties", "properties");

    /// <summary>True where neither JSON Schema 2020-12 nor OpenAPI defines it: an annotation that anybody may have
    /// made up.</summary>
    public static bool IsUnknown(string keyword) =>
        !Judged.Contains(keyword)
        && !Annotations.Contains(keyword)
        && !keyword.StartsWith("x-", StringComparison.Ordinal);

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
