using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>Changes and writes payloads.</summary>
internal static class Payloads
{
    /// <summary>How many levels a payload that is built has at most.</summary>
    public const int Deepest = DepthLimits.Written;

    /// <summary>How many bytes a payload has at most, unless it is configured.</summary>
    public const int MaxBytes = 1 << 20;

    // Non-ASCII text goes out as it is; escaping it is a case of its own.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Deepest,
    };
    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    public static byte[] Write(JsonNode? payload) => JsonSerializer.SerializeToUtf8Bytes(payload, Plain);

    public static byte[] WriteIndented(JsonNode? payload) => JsonSerializer.SerializeToUtf8Bytes(payload, Indented);

    public static JsonElement ToElement(JsonNode? node) => JsonSerializer.SerializeToElement(node, Plain);

    /// <summary>A tree over a value already parsed; null for JSON null.</summary>
    public static JsonNode? ToNode(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => JsonObject.Create(value),
            JsonValueKind.Array => JsonArray.Create(value),
            _ => JsonValue.Create(value),
        };

    /// <summary>The value at a pointer; null where there is none, or JSON null.</summary>
    public static JsonNode? Get(JsonNode? root, string pointer)
    {
        var at = root;
        var segments = JsonPointer.Segments(pointer);
        for (var i = 0; i < segments.Count; i++)
        {
            at = Step(at, segments[i]);
        }

        return at;
    }

    /// <summary>Whether anything stands at a pointer, JSON null included.</summary>
    public static bool Has(JsonNode? root, string pointer)
    {
        var at = root;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            if (
                !(at is JsonObject map && map.ContainsKey(segment))
                && !(at is JsonArray list && Index(segment) < list.Count)
            )
            {
                return false;
            }

            at = Step(at, segment);
        }

        return true;
    }

    /// <summary>The root with the value at a pointer replaced or added.</summary>
    public static JsonNode? Set(JsonNode? root, string pointer, JsonNode? value)
    {
        if (pointer.Length == 0)
        {
            return value;
        }

        var name = JsonPointer.Segments(pointer)[^1];
        switch (Get(root, JsonPointer.Parent(pointer)))
        {
            case JsonObject map:
                map[name] = value;
                break;
            case JsonArray list:
                list[Index(name)] = value;
                break;
            default:
                throw new InvalidOperationException($"nothing stands above {pointer}");
        }

        return root;
    }

    /// <summary>Whether a value can be put at a pointer, or taken from there.</summary>
    public static bool CanSet(JsonNode? root, string pointer) =>
        pointer.Length == 0
        || Get(root, JsonPointer.Parent(pointer)) switch
        {
            JsonObject => true,
            JsonArray list => Index(JsonPointer.Segments(pointer)[^1]) < list.Count,
            _ => false,
        };

    public static JsonNode? Remove(JsonNode? root, string pointer)
    {
        if (Get(root, JsonPointer.Parent(pointer)) is JsonObject map)
        {
            map.Remove(JsonPointer.Segments(pointer)[^1]);
        }

        return root;
    }

    private static JsonNode? Step(JsonNode? at, string segment) =>
        at switch
        {
            JsonObject map => map[segment],
            JsonArray list when Index(segment) < list.Count => list[Index(segment)],
            _ => null,
        };

    private static int Index(string segment) =>
        int.TryParse(segment, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;
}
