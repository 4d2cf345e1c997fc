using System.Text.Json;

namespace Thymia.Conformance.Schemas;

/// <summary>Reads the <c>type</c> keyword.</summary>
internal static class SchemaTypes
{
    /// <summary>The types that every part allows.</summary>
    public static JsonTypes Of(IEnumerable<SchemaPart> parts, bool nullable)
    {
        var types = JsonTypes.Any;
        foreach (var part in parts.Where(p => p.Has("type")))
        {
            types &= Read(part.Json.GetProperty("type"));
        }

        return nullable ? types | JsonTypes.Null : types;
    }

    public static JsonTypes Read(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Aggregate(JsonTypes.None, (all, t) => all | Named(t.GetString()!))
        : Named(type.GetString()!);

    /// <summary>The narrowest type of a value: 1.0 is an integer.</summary>
    public static JsonTypes Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => JsonTypes.Null,
        JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
        JsonValueKind.String => JsonTypes.String,
        JsonValueKind.Array => JsonTypes.Array,
        JsonValueKind.Object => JsonTypes.Object,
        _ => value.TryGetDecimal(out var d) && decimal.Truncate(d) == d ? JsonTypes.Integer : JsonTypes.Fraction,
    };

    private static JsonTypes Named(string name) => name switch
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
