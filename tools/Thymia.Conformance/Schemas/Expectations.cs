using NJsonSchema;

namespace Thymia.Conformance.Schemas;

/// <summary>Says in words what a keyword demands.</summary>
internal static class Expectations
{
    public static string Of(JsonSchema schema, string keyword) => keyword switch
    {
        "required" => "the property to be present",
        "type" => WithArticle(schema.Type),
        "enum" => schema.Enumeration.Count == 1
            ? $"{schema.Enumeration.First() ?? "null"}"
            : "one of " + string.Join(", ", schema.Enumeration.Select(e => e ?? "null")),
        "format" => FormatNames.Of(schema.Format!),
        "pattern" => $"text matching {schema.ExtensionData?[EngineDocument.PatternMark]}",
        "minLength" => $"at least {schema.MinLength} characters",
        "maxLength" => $"at most {schema.MaxLength} characters",
        "minimum" => schema.ExclusiveMinimum is { } above ? $"more than {above}" : $"at least {schema.Minimum}",
        "maximum" => schema.ExclusiveMaximum is { } below ? $"less than {below}" : $"at most {schema.Maximum}",
        "multipleOf" => $"a multiple of {schema.MultipleOf}",
        "minItems" => $"at least {schema.MinItems} items",
        "maxItems" => $"at most {schema.MaxItems} items",
        "uniqueItems" => "items that all differ",
        "minProperties" => $"at least {schema.MinProperties} properties",
        "maxProperties" => $"at most {schema.MaxProperties} properties",
        "additionalProperties" => "no property beyond the documented ones",
        "oneOf" => "exactly one of the alternatives",
        "anyOf" => "one of the alternatives",
        _ => $"'{keyword}' to hold",
    };

    private static string WithArticle(JsonObjectType type) => string.Join(" or ", type.ToString().ToLowerInvariant()
        .Split(", ").Select(t => t switch
        {
            "null" => "null",
            "integer" => "a whole number",
            "string" => "text",
            "array" or "object" => $"an {t}",
            _ => $"a {t}",
        }));
}
