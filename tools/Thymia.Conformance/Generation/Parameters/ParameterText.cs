using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>Turns JSON values into the texts that stand for them, and back, led by a schema.</summary>
internal static class ParameterText
{
    /// <summary>
    /// The texts of a value; null where no style can write it: what is empty, null, or nested in an item.
    /// </summary>
    public static ParameterValue? Of(JsonNode? value) =>
        value switch
        {
            JsonArray items when items.Count > 0 && items.All(i => i is JsonValue) => new ParameterValue.Many([
                .. items.Select(i => Scalar((JsonValue)i!)),
            ]),
            JsonObject map when map.Count > 0 && map.All(p => p.Value is JsonValue) => new ParameterValue.Fields([
                .. map.Select(p => KeyValuePair.Create(p.Key, Scalar((JsonValue)p.Value!))),
            ]),
            JsonValue scalar => new ParameterValue.One(Scalar(scalar)),
            _ => null,
        };

    /// <summary>The texts as JSON: a text, a list of texts, or an object of them.</summary>
    public static JsonNode? AsJson(ParameterValue value) =>
        value switch
        {
            ParameterValue.Many many => new JsonArray([.. many.Items.Select(t => JsonValue.Create(t))]),
            ParameterValue.Fields fields => new JsonObject(
                fields.Pairs.DistinctBy(p => p.Key).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))
            ),
            ParameterValue.One one => JsonValue.Create(one.Text),
            _ => null,
        };

    /// <summary>
    /// The values that a provider may read from the texts, the likeliest first: of several types that a schema allows,
    /// nobody knows which one is meant.
    /// </summary>
    public static IEnumerable<JsonElement> Readings(ParameterValue value, ShapeOfText shape) =>
        value switch
        {
            ParameterValue.Many many =>
            [
                Payloads.ToElement(new JsonArray([.. many.Items.Select(t => First(t, shape.Item))])),
            ],
            ParameterValue.Fields fields =>
            [
                Payloads.ToElement(
                    new JsonObject(
                        fields
                            .Pairs.DistinctBy(p => p.Key)
                            .Select(p => KeyValuePair.Create(p.Key, First(p.Value, shape.Property(p.Key))))
                    )
                ),
            ],
            ParameterValue.One one => Scalars(one.Text, shape.Types).Select(Payloads.ToElement),
            _ => [],
        };

    private static string Scalar(JsonValue value) =>
        value.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    private static JsonNode? First(string text, JsonTypes types) => Scalars(text, types).First();

    private static IEnumerable<JsonNode?> Scalars(string text, JsonTypes types)
    {
        if ((types & JsonTypes.Number) != 0 && AsNumber(text) is { } number)
        {
            yield return number;
        }

        if (types.HasFlag(JsonTypes.Boolean) && text is "true" or "false")
        {
            yield return JsonValue.Create(text == "true");
        }

        yield return JsonValue.Create(text);
    }

    private static JsonValue? AsNumber(string text)
    {
        try
        {
            return
                text.Length > 0
                && text.Trim() == text
                && JsonNode.Parse(text) is JsonValue value
                && value.GetValueKind() == JsonValueKind.Number
                ? value
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
