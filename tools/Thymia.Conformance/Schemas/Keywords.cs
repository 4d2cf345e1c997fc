namespace Thymia.Conformance.Schemas;

/// <summary>What becomes of each keyword of a schema.</summary>
internal static class Keywords
{
    /// <summary>Judged by the schema check.</summary>
    public static IReadOnlySet<string> Judged { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "$ref", "additionalProperties", "allOf", "anyOf", "const", "enum", "exclusiveMaximum", "exclusiveMinimum",
        "format", "items", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength",
        "minProperties", "minimum", "multipleOf", "not", "oneOf", "pattern", "properties", "required", "type",
        "uniqueItems",
    };

    /// <summary>Annotations, which demand nothing of a payload.</summary>
    public static IReadOnlySet<string> Annotations { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "$anchor", "$comment", "$defs", "$id", "$schema", "contentEncoding", "contentMediaType", "contentSchema",
        "default", "deprecated", "description", "discriminator", "example", "examples", "externalDocs", "readOnly",
        "summary", "title", "writeOnly", "xml",
    };

    /// <summary>True where the keyword is neither judged nor harmless, so that ignoring it would give wrong verdicts.</summary>
    public static bool IsUnjudgeable(string keyword) =>
        !Judged.Contains(keyword) && !Annotations.Contains(keyword)
        && !keyword.StartsWith("x-", StringComparison.Ordinal);
}
