using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The form that the value of each judged keyword must have (JSON Schema 2020-12, Core, sections 8 and 10, and
/// Validation, section 6).</summary>
internal static class KeywordForms
{
    /// <summary>What is expected instead, as a noun phrase; null where the form is right.</summary>
    public static string? Expected(string keyword, JsonElement value)
    {
        var (isRight, expected) = keyword switch
        {
            "type" => (IsType(value), "a type of JSON Schema or a list of them"),
            "enum" => (value.ValueKind == JsonValueKind.Array, "a list of values"),
            "required" => (IsArrayOf(value, IsText), "a list of property names"),
            "dependentRequired" => (IsMapOf(value, v => IsArrayOf(v, IsText)), "a mapping of names to lists of names"),
            "patternProperties" => (IsMapOf(value, _ => true), "a mapping of patterns to schemas"),
            "properties" or "dependentSchemas" => (IsMapOf(value, _ => true), "a mapping of names to schemas"),
            "allOf" or "anyOf" or "oneOf" or "prefixItems" => (
                IsArrayOf(value, IsSchema) && value.GetArrayLength() > 0,
                "a list of schemas, not empty"
            ),
            _ when Keywords.OfOneSchema.Contains(keyword) => (IsSchema(value), "a schema"),
            "uniqueItems" => (value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false"),
            "$ref" or "$dynamicRef" or "$id" or "$anchor" or "$dynamicAnchor" or "format" or "pattern" => (
                IsText(value),
                "text"
            ),
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => (IsNumber(value), "a number"),
            "multipleOf" => (IsNumber(value) && Number(value) > JsonNumber.Of(0), "a number greater than 0"),
            "const" => (true, ""),
            _ => (
                IsNumber(value) && Number(value) is { IsWhole: true } n && n >= JsonNumber.Of(0),
                "a whole number, not negative"
            ),
        };
        return isRight ? null : expected;
    }

    private static bool IsType(JsonElement value) =>
        IsText(value)
            ? JsonTypeNames.Named(value.GetString()!) != JsonTypes.None
            : IsArrayOf(value, t => IsText(t) && JsonTypeNames.Named(t.GetString()!) != JsonTypes.None)
                && value.GetArrayLength() > 0;

    private static bool IsArrayOf(JsonElement value, Func<JsonElement, bool> item) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item);

    private static bool IsMapOf(JsonElement value, Func<JsonElement, bool> item) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => item(p.Value));

    private static bool IsSchema(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static JsonNumber Number(JsonElement value) => JsonNumber.Parse(value.GetRawText());
}
