using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// A request's body with everything in it fixed but what the case is about: values come from the documented example,
/// else from <see cref="FixedTexts"/>, so that a seed shows nowhere. Which properties there are stays as it was.
/// </summary>
/// <param name="keepsDeletion">
/// Whether a flag that has data deleted stays: a run sets it in every request, a consumer need not.
/// </param>
internal sealed class StableRequest(Subject subject, JsonNode? example, bool keepsDeletion)
{
    public JsonNode? Make(SchemaNode node, JsonNode? sent) => Make(node, sent, example, "");

    private JsonNode? Make(SchemaNode node, JsonNode? sent, JsonNode? shown, string pointer) =>
        sent switch
        {
            null => null,
            _ when subject.Is(pointer) || node.OneOf.Count > 0 || node.AnyOf.Count > 0 => sent.DeepClone(),
            JsonObject map => MakeObject(node, map, shown as JsonObject, pointer),
            JsonArray list => new JsonArray([
                .. list.Select(
                    (item, i) =>
                        node.Items is { } items
                            ? Make(
                                items,
                                item,
                                (shown as JsonArray)?.ElementAtOrDefault(0),
                                JsonPointer.Append(pointer, $"{i}")
                            )
                            : item?.DeepClone()
                ),
            ]),
            _ => MakeScalar(node, sent, shown, pointer),
        };

    private JsonObject MakeObject(SchemaNode node, JsonObject sent, JsonObject? shown, string pointer)
    {
        if (IsFree(node) && !sent.Any(p => subject.Is(JsonPointer.Append(pointer, p.Key))))
        {
            return shown?.DeepClone().AsObject() ?? [];
        }

        var result = new JsonObject();
        foreach (var (name, value) in sent)
        {
            var place = JsonPointer.Append(pointer, name);
            if (!keepsDeletion && FixedTexts.IsDeletion(name) && !node.Required.Contains(name))
            {
                continue;
            }

            var governing = node.Property(name) ?? node.AdditionalProperties;
            result[name] = governing is null ? value?.DeepClone() : Make(governing, value, shown?[name], place);
        }

        return result;
    }

    private static JsonNode MakeScalar(SchemaNode node, JsonNode sent, JsonNode? shown, string pointer)
    {
        var kind = sent.GetValueKind();
        var isLabel = JsonPointer.Segments(pointer) is [.., var name] && FixedTexts.IsLabel(name);
        if (node.Enum is { } members)
        {
            return shown?.DeepClone() ?? JsonNode.Parse(members[0].GetRawText())!;
        }

        if (shown?.GetValueKind() == kind && !isLabel)
        {
            return shown.DeepClone();
        }

        return kind switch
        {
            JsonValueKind.String => FixedTexts.For(node, pointer) ?? sent.DeepClone(),
            // What is made may be deleted again wherever a provider asks.
            JsonValueKind.True or JsonValueKind.False => true,
            JsonValueKind.Number when HasNoBounds(node) => 1,
            _ => sent.DeepClone(),
        };
    }

    /// <summary>An object whose properties are left open altogether.</summary>
    public static bool IsFree(SchemaNode node) =>
        node.Properties.Count == 0
        && node.AdditionalProperties is null
        && node.AllowsAdditional
        && node.MinProperties is null or 0;

    private static bool HasNoBounds(SchemaNode node) =>
        node is { Minimum: null, Maximum: null, ExclusiveMinimum: null, ExclusiveMaximum: null, MultipleOf: null };
}
