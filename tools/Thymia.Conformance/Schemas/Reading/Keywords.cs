using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Reading;

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
        "$anchor", "$comment", "$defs", "$schema", "contentEncoding", "contentMediaType", "contentSchema",
        "default", "deprecated", "description", "discriminator", "example", "examples", "externalDocs", "readOnly",
        "definitions", "summary", "title", "writeOnly", "xml",
    };

    /// <summary>True where the keyword is neither judged nor harmless, so that ignoring it would give wrong
    /// verdicts.</summary>
    public static bool IsUnjudgeable(string keyword) =>
        !Judged.Contains(keyword) && !Annotations.Contains(keyword)
        && !keyword.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>What to do about a keyword that cannot be judged.</summary>
    /// <param name="ignored">Those that are passed over already.</param>
    public static string Advice(string keyword, IEnumerable<string> ignored)
    {
        var all = string.Join(',', ignored.Order(StringComparer.Ordinal).Append(keyword));
        var passOver = $"pass it over with --ignore-keyword {all}";
        if (keyword == "nullable")
        {
            return $"OpenAPI 3.1 has no such keyword: list 'null' in the type, or {passOver}";
        }

        return Spelling.Nearest(keyword, Judged) is { } near && !keyword.StartsWith('$')
            ? $"perhaps '{near}' is meant; correct it or {passOver}"
            : $"take it out of the description or {passOver}";
    }
}
