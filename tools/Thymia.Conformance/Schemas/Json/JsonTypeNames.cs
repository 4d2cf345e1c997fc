using System.Text.Json;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>The types of JSON Schema by their names, and which of them a value has.</summary>
internal static class JsonTypeNames
{
    /// <summary>The narrowest type of a value: 1.0 is an integer.</summary>
    public static JsonTypes Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => JsonTypes.Null,
            JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
            JsonValueKind.String => JsonTypes.String,
            JsonValueKind.Array => JsonTypes.Array,
            JsonValueKind.Object => JsonTypes.Object,
            _ when value.TryGetInt64(out _) => JsonTypes.Integer,
            _ => JsonNumber.Parse(value.GetRawText()).IsWhole ? JsonTypes.Integer : JsonTypes.Fraction,
        };

    /// <summary>What the keyword <c>type</c> allows: one type, or a list of them.</summary>
    public static JsonTypes Read(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Aggregate(JsonTypes.None, (all, t) => all | Named(t.GetString()!))
            : Named(type.GetString()!);

    /// <summary>None where there is no such type.</summary>
    public static JsonTypes Named(string name) =>
        name switch
        {
            "null" => JsonTypes.Null,
            "boolean" => JsonTypes.Boolean,
            "integer" => JsonTypes.Integer,
            "number" => JsonTypes.Number,
            "string" => JsonTypes.String,
            "array" => JsonTypes.Array,
            "object" => JsonTypes.Object,
            _ => JsonTypes.None,
        };
}
