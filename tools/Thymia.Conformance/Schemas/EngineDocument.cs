using System.Text.Json;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// Writes a schema in the dialect NJsonSchema judges rightly: references point to <c>definitions</c>, a reference with
/// siblings becomes an <c>allOf</c>, a <c>const</c> an <c>enum</c> of one, a boolean schema an object. Every schema is
/// marked with the place it comes from.
/// </summary>
internal sealed class EngineDocument(SchemaReader reader)
{
    /// <summary>The extension that carries a schema's pointer in the normalised description.</summary>
    public const string PointerMark = "x-pointer";

    /// <summary>
    /// The extension that carries a pattern: NJsonSchema would match it as .NET's dialect, JSON Schema has ECMAScript's.
    /// </summary>
    public const string PatternMark = "x-pattern";

    private readonly JsonObject _definitions = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public string Write(string pointer)
    {
        var name = Define(pointer);
        return new JsonObject { ["$ref"] = $"#/definitions/{name}", ["definitions"] = _definitions }.ToJsonString();
    }

    private string Define(string pointer)
    {
        if (!_names.TryGetValue(pointer, out var name))
        {
            _names[pointer] = name = $"s{_names.Count}";
            _definitions[name] = null;
            _definitions[name] = Schema(reader.At(pointer));
        }

        return name;
    }

    private JsonObject Schema(SchemaPart part)
    {
        if (part.Json.ValueKind != JsonValueKind.Object)
        {
            return part.Json.ValueKind == JsonValueKind.True ? [] : new() { ["not"] = new JsonObject() };
        }

        var result = new JsonObject { [PointerMark] = part.Pointer };
        foreach (var keyword in part.Json.EnumerateObject().Where(p => Keywords.Judged.Contains(p.Name)))
        {
            Add(result, part, keyword.Name, keyword.Value);
        }

        return result.TryGetPropertyValue("$ref", out var reference) ? WithSiblings(result, reference!) : result;
    }

    private void Add(JsonObject result, SchemaPart part, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "$ref":
                result["$ref"] = $"#/definitions/{Define(value.GetString()![1..])}";
                break;
            case "pattern":
                result[PatternMark] = value.GetString();
                break;
            case "const":
                result["enum"] = new JsonArray(JsonNode.Parse(value.GetRawText()));
                break;
            case "allOf" or "anyOf" or "oneOf":
                result[keyword] = new JsonArray(
                    [.. Enumerable.Range(0, value.GetArrayLength()).Select(i => Schema(part.Child(keyword, i)))]);
                break;
            case "properties":
                result[keyword] = new JsonObject(value.EnumerateObject()
                    .Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Schema(part.Child(keyword, p.Name)))));
                break;
            case "additionalProperties" when value.ValueKind != JsonValueKind.Object:
                result[keyword] = value.ValueKind == JsonValueKind.True;
                break;
            case "items" or "additionalProperties" or "not":
                result[keyword] = Schema(part.Child(keyword));
                break;
            case "maxItems" or "maxProperties":
                result["x-" + keyword] = true;
                goto default;
            default:
                result[keyword] = JsonNode.Parse(value.GetRawText());
                break;
        }
    }

    private static JsonObject WithSiblings(JsonObject schema, JsonNode reference)
    {
        schema.Remove("$ref");
        var target = new JsonObject { ["$ref"] = reference.GetValue<string>() };
        if (schema.Count == 1)
        {
            return target;
        }

        var all = schema["allOf"] as JsonArray ?? [];
        schema["allOf"] = null;
        schema["allOf"] = new JsonArray([target, .. all.Select(a => a!.DeepClone())]);
        return schema;
    }
}
