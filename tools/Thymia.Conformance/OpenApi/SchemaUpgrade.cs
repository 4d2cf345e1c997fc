using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Rewrites the schemas of OpenAPI 3.0 in the words of 3.1, each in its place: <c>nullable</c> as a type, the boolean
/// <c>exclusiveMinimum</c> as a number, and no siblings of <c>$ref</c>, which 3.0 ignores.
/// </summary>
/// <remarks>
/// As OpenAPI 3.0.3 clarified, <c>nullable</c> widens the <c>type</c> beside it and nothing else: an <c>enum</c> must
/// list <c>null</c> itself, and without a <c>type</c> it has no effect.
/// </remarks>
internal static class SchemaUpgrade
{
    private static readonly string[] Maps = ["properties", "patternProperties"];
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Single = ["items", "not", "additionalProperties"];

    public static void Apply(JsonNode root)
    {
        foreach (var (holder, name, _) in DocumentTree.Schemas(root).ToList())
        {
            Upgrade(holder[name]);
        }
    }

    private static void Upgrade(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        if (schema.ContainsKey("$ref"))
        {
            foreach (var sibling in schema.Select(p => p.Key).Where(k => k != "$ref").ToList())
            {
                schema.Remove(sibling);
            }

            return;
        }

        WidenType(schema);
        Exclude(schema, "exclusiveMinimum", "minimum");
        Exclude(schema, "exclusiveMaximum", "maximum");
        foreach (var child in Children(schema).ToList())
        {
            Upgrade(child);
        }
    }

    private static void WidenType(JsonObject schema)
    {
        if (schema["nullable"] is JsonValue value && value.TryGetValue<bool>(out var nullable))
        {
            schema.Remove("nullable");
            if (nullable && schema["type"] is JsonValue type)
            {
                schema["type"] = new JsonArray(type.DeepClone(), "null");
            }
        }
    }

    private static void Exclude(JsonObject schema, string keyword, string bound)
    {
        if (schema[keyword] is JsonValue value && value.TryGetValue<bool>(out var excluded))
        {
            schema.Remove(keyword);
            if (excluded && schema[bound] is { } limit)
            {
                schema.Remove(bound);
                schema[keyword] = limit;
            }
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonObject schema) =>
        [
            .. Maps.SelectMany(k => schema[k] as JsonObject ?? []).Select(p => p.Value),
            .. Lists.SelectMany(k => schema[k] as JsonArray ?? []),
            .. Single.Select(k => schema[k]),
        ];
}
