using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// A stable request body with matchers where another consumer's may differ. What the case is about and members of an
/// enum stay exact: thus no two interactions fit one request.
/// </summary>
internal sealed class ExpectedRequest(Subject subject)
{
    public JsonNode? Of(SchemaNode node, JsonNode? value) => Of(node, value, "");

    private JsonNode? Of(SchemaNode node, JsonNode? value, string pointer)
    {
        if (
            value is null
            || subject.Is(pointer)
            || node.OneOf.Count > 0
            || node.AnyOf.Count > 0
            || node.Enum is not null
        )
        {
            return value?.DeepClone();
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
            return Matchers.Type(map);
        }

        var result = new JsonObject();
        foreach (var (name, value) in map)
        {
            var governing = node.Property(name) ?? node.AdditionalProperties;
            result[name] = governing is null
                ? value?.DeepClone()
                : Of(governing, value, JsonPointer.Append(pointer, name));
        }

        return result;
    }

    private static JsonObject OfScalar(SchemaNode node, JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String when TextPatterns.OfFormat(node.Format) is { } pattern => Matchers.Regex(
                value.GetValue<string>(),
                pattern
            ),
            JsonValueKind.String => Matchers.Type(value),
            JsonValueKind.True or JsonValueKind.False => Matchers.Boolean(value),
            _ => node.Types.HasFlag(JsonTypes.Fraction) ? Matchers.Number(value) : Matchers.Integer(value),
        };
}
