using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Every schema that a document states, told apart from data: each before those in it.</summary>
internal static class SchemaPlaces
{
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal)
    {
        "default",
        "enum",
        "example",
        "examples",
        "mapping",
        "value",
    };

    /// <param name="document">An OpenAPI document; or a schema, where it does not say that it is one.</param>
    public static IEnumerable<(JsonElement Schema, string Pointer)> Of(JsonElement document, string pointer) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty("openapi", out _)
            ? InObject(document, pointer)
            : InSchema(document, pointer);

    private static IEnumerable<(JsonElement Schema, string Pointer)> InObject(JsonElement value, string pointer) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .Where(p => !Data.Contains(p.Name))
                .SelectMany(p => InMember(p, JsonPointer.Append(pointer, p.Name))),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => InObject(item, $"{pointer}/{i}")),
            _ => [],
        };

    private static IEnumerable<(JsonElement Schema, string Pointer)> InMember(JsonProperty member, string pointer) =>
        member.Name switch
        {
            "schema" => InSchema(member.Value, pointer),
            "schemas" => Named(member.Value, pointer),
            _ => InObject(member.Value, pointer),
        };

    private static IEnumerable<(JsonElement Schema, string Pointer)> InSchema(JsonElement schema, string pointer)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return schema
            .EnumerateObject()
            .SelectMany(p => InKeyword(p, JsonPointer.Append(pointer, p.Name)))
            .Prepend((schema, pointer));
    }

    private static IEnumerable<(JsonElement Schema, string Pointer)> InKeyword(JsonProperty keyword, string pointer) =>
        Keywords.OfOneSchema.Contains(keyword.Name) ? InSchema(keyword.Value, pointer)
        : Keywords.OfNamedSchemas.Contains(keyword.Name) ? Named(keyword.Value, pointer)
        : Keywords.OfSchemas.Contains(keyword.Name) && keyword.Value.ValueKind == JsonValueKind.Array
            ? keyword.Value.EnumerateArray().SelectMany((item, i) => InSchema(item, $"{pointer}/{i}"))
        : [];

    private static IEnumerable<(JsonElement Schema, string Pointer)> Named(JsonElement map, string pointer) =>
        map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().SelectMany(p => InSchema(p.Value, JsonPointer.Append(pointer, p.Name)))
            : [];
}
