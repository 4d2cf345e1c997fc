using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// A stable request body with matchers where another consumer's may differ. What the case is about stays exact. Where
/// the contract is of all shapes, so do members of an enum: thus no two interactions fit one request.
/// </summary>
/// <param name="isOpen">As open as the schema: any member of an enum, any content of a free object.</param>
/// <param name="mayLeaveOut">Whether the optional members shown may be left out, in any mix.</param>
internal sealed class ExpectedRequest(Subject subject, bool isOpen = false, bool mayLeaveOut = false)
{
    private const string AnyName = ".*";

    private readonly Dictionary<string, IReadOnlyList<string>> _required = new(StringComparer.Ordinal);

    /// <summary>Of each object whose members may be left out, by its pointer, those that may not.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Required => _required;

    public JsonNode? Of(SchemaNode node, JsonNode? value) => Of(node, value, "");

    private JsonNode? Of(SchemaNode node, JsonNode? value, string pointer)
    {
        if (value is null || subject.Is(pointer) || node.OneOf.Count > 0 || node.AnyOf.Count > 0)
        {
            return value?.DeepClone();
        }

        if (node.Enum is { } members)
        {
            return isOpen && value.GetValueKind() == JsonValueKind.String
                ? Matchers.Regex(value.GetValue<string>(), TextPatterns.OneOf(Texts(members)))
                : value.DeepClone();
        }

        return value switch
        {
            JsonObject map => OfObject(node, map, pointer),
            JsonArray list => new JsonArray([
                .. list.Select(
                    (item, i) =>
                        node.Items is { } items
                            ? Of(items, item, JsonPointer.Append(pointer, $"{i}"))
                            : item?.DeepClone()
                ),
            ]),
            _ => OfScalar(node, value),
        };
    }

    private JsonObject OfObject(SchemaNode node, JsonObject map, string pointer)
    {
        if (StableRequest.IsFree(node) && !map.Any(p => subject.Is(JsonPointer.Append(pointer, p.Key))))
        {
            return isOpen ? OfFree(map) : Matchers.Type(map);
        }

        var result = new JsonObject();
        foreach (var (name, value) in map)
        {
            var governing = node.Property(name) ?? node.AdditionalProperties;
            result[name] = governing is null
                ? value?.DeepClone()
                : Of(governing, value, JsonPointer.Append(pointer, name));
        }

        var required = map.Select(m => m.Key).Where(node.Required.Contains).Order(StringComparer.Ordinal).ToList();
        if (!mayLeaveOut || required.Count == map.Count)
        {
            return result;
        }

        _required[pointer] = required;
        return Matchers.EachKey(result, TextPatterns.OneOf(map.Select(m => m.Key)));
    }

    private static JsonObject OfFree(JsonObject map) =>
        Matchers.EachKey(
            map.Count > 0
                ? new JsonObject(
                    map.Select(m =>
                        KeyValuePair.Create(m.Key, m.Value is JsonObject inner ? OfFree(inner) : m.Value?.DeepClone())
                    )
                )
                : new JsonObject { ["example"] = "example" },
            AnyName
        );

    private JsonObject OfScalar(SchemaNode node, JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String when PatternOf(node) is { } pattern => Matchers.Regex(
                value.GetValue<string>(),
                pattern
            ),
            JsonValueKind.String => Matchers.Type(value),
            JsonValueKind.True or JsonValueKind.False => Matchers.Boolean(value),
            _ => node.Types.HasFlag(JsonTypes.Fraction) ? Matchers.Number(value) : Matchers.Integer(value),
        };

    private string? PatternOf(SchemaNode node) =>
        TextPatterns.OfFormat(node.Format) ?? (isOpen ? TextPatterns.OfSchema(node) : null);

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> members) =>
        members.Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()!);
}
