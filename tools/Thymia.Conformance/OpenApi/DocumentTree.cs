using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// The objects of an OpenAPI document, told apart from the data in it: what stands in an example, a default or an enum
/// means nothing to OpenAPI, and what stands in a map of names is no keyword.
/// </summary>
internal static class DocumentTree
{
    private static readonly HashSet<string> MapsOfNames = new(StringComparer.Ordinal)
    {
        "$defs",
        "callbacks",
        "content",
        "definitions",
        "dependentSchemas",
        "encoding",
        "examples",
        "headers",
        "links",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "securitySchemes",
        "variables",
        "webhooks",
    };

    private static readonly HashSet<string> Data = new(StringComparer.Ordinal)
    {
        "const",
        "default",
        "enum",
        "example",
        "mapping",
        "value",
    };

    /// <summary>Every object that is not data, the document first, each before what is in it.</summary>
    public static IEnumerable<(JsonObject Object, string Pointer)> Objects(JsonNode? root) =>
        Objects(root, "", null, false);

    /// <summary>The same of a part that is no map of names.</summary>
    public static IEnumerable<(JsonObject Object, string Pointer)> Objects(JsonNode? part, string pointer) =>
        Objects(part, pointer, null, true);

    /// <summary>Where schemas stand that are in no other schema: the object around it, the name, and its
    /// pointer.</summary>
    public static IEnumerable<(JsonObject Holder, string Name, string Pointer)> Schemas(JsonNode? root) =>
        Schemas(root, "", null, false);

    /// <summary>The same of a part that is no map of names.</summary>
    public static IEnumerable<(JsonObject Holder, string Name, string Pointer)> Schemas(
        JsonNode? part,
        string pointer
    ) => Schemas(part, pointer, null, true);

    private static IEnumerable<(JsonObject Object, string Pointer)> Objects(
        JsonNode? node,
        string pointer,
        string? key,
        bool named
    )
    {
        if (node is JsonObject self && !(!named && MapsOfNames.Contains(key ?? "")))
        {
            yield return (self, pointer);
        }

        foreach (var (child, at, name, isName) in Children(node, pointer, key, named))
        {
            foreach (var found in Objects(child, at, name, isName))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(JsonObject Holder, string Name, string Pointer)> Schemas(
        JsonNode? node,
        string pointer,
        string? key,
        bool named
    )
    {
        var ofSchemas = !named && key == "schemas";
        foreach (var (child, at, name, isName) in Children(node, pointer, key, named))
        {
            if (node is JsonObject holder && (isName ? ofSchemas : name == "schema"))
            {
                yield return (holder, name!, at);
                continue;
            }

            foreach (var found in Schemas(child, at, name, isName))
            {
                yield return found;
            }
        }
    }

    // A key is a name where the object around it is a map of names; such a map is itself never found in another one.
    private static IEnumerable<(JsonNode? Node, string Pointer, string? Key, bool IsName)> Children(
        JsonNode? node,
        string pointer,
        string? key,
        bool named
    ) =>
        node switch
        {
            JsonObject map when !named && MapsOfNames.Contains(key ?? "") => map.Select(p =>
                (p.Value, JsonPointer.Append(pointer, p.Key), (string?)p.Key, true)
            ),
            JsonObject map => map.Where(p => !Data.Contains(p.Key) && !p.Key.StartsWith("x-", StringComparison.Ordinal))
                .Select(p => (p.Value, JsonPointer.Append(pointer, p.Key), (string?)p.Key, false)),
            JsonArray when key == "examples" && !named => [],
            JsonArray list => list.Select((item, i) => (item, $"{pointer}/{i}", (string?)null, false)),
            _ => [],
        };
}
