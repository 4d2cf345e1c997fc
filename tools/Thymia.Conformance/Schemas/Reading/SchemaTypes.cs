using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Reads the <c>type</c> keyword.</summary>
internal static class SchemaTypes
{
    /// <summary>The types that every part allows.</summary>
    public static JsonTypes Of(IEnumerable<SchemaPart> parts) =>
        parts.Aggregate(JsonTypes.Any, (types, part) => types & Of(part));

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
        _ when value.TryGetInt64(out _) => JsonTypes.Integer,
        _ => JsonNumber.Parse(value.GetRawText()).IsWhole ? JsonTypes.Integer : JsonTypes.Fraction,
    };

    /// <summary>None where there is no such type.</summary>
    public static JsonTypes Named(string name) => name switch
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

    private static JsonTypes Of(SchemaPart part)
    {
        var own = part.IsFalse
            ? JsonTypes.None
            : part.Has("type") ? Read(part.Json.GetProperty("type")) : JsonTypes.Any;
        return part.OrNull ? own | JsonTypes.Null : own;
    }
}
