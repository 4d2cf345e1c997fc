using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The types that several schemas leave.</summary>
internal static class SchemaTypes
{
    /// <summary>The types that every part allows.</summary>
    public static JsonTypes Of(IEnumerable<SchemaPart> parts) =>
        parts.Aggregate(JsonTypes.Any, (types, part) => types & Of(part));

    private static JsonTypes Of(SchemaPart part)
    {
        var own =
            part.IsFalse ? JsonTypes.None
            : part.Has("type") ? JsonTypeNames.Read(part.Json.GetProperty("type"))
            : JsonTypes.Any;
        return part.OrNull ? own | JsonTypes.Null : own;
    }
}
