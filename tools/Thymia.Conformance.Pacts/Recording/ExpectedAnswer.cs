using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// What to expect of an answer's body: the contract's schema says how each value is matched, the answer which values
/// there were. What the schema does not name is not expected; neither is a null that it allows.
/// </summary>
/// <param name="optional">Whether to expect properties that the contract does not
/// require, where they were answered.</param>
/// <param name="errors">Knows which of several errors to expect; null where no error is expected.</param>
internal sealed class ExpectedAnswer(StableTexts texts, bool optional, ExpectedError? errors)
{
    public JsonNode? Of(SchemaNode node, JsonElement answered) => Of(node, answered, "");

    private JsonObject? Of(SchemaNode node, JsonElement answered, string pointer) =>
        answered.ValueKind switch
        {
            JsonValueKind.Object => OfObject(node, answered, pointer),
            JsonValueKind.Array => OfArray(node, answered, pointer),
            JsonValueKind.String => OfText(node, answered.GetString()!, pointer),
            JsonValueKind.Null => null,
            JsonValueKind.Number => node.Types.HasFlag(JsonTypes.Fraction) ? Matchers.Number(1.5m)
            : node.Types.HasFlag(JsonTypes.Integer) ? Matchers.Integer(1)
            : Matchers.Type(1),
            _ => Matchers.Boolean(true),
        };

    private JsonObject OfObject(SchemaNode node, JsonElement answered, string pointer)
    {
        if (node.Properties.Count == 0)
        {
            return Matchers.Type(new JsonObject());
        }

        var result = new JsonObject();
        foreach (var (name, property) in node.Properties)
        {
            if (
                answered.TryGetProperty(name, out var value)
                && (optional || node.Required.Contains(name) || errors is not null)
                && Of(property, value, JsonPointer.Append(pointer, name)) is { } expected
            )
            {
                result[name] = expected;
            }
        }

        return result;
    }

    private JsonObject OfArray(SchemaNode node, JsonElement answered, string pointer)
    {
        if (node.Items is not { } items || answered.GetArrayLength() == 0)
        {
            return Matchers.Type(new JsonArray());
        }

        if (errors?.Among(answered) is { } error)
        {
            return Matchers.Contains(errors.Expect(error, Of(items, error, pointer + "/0")));
        }

        var each = SharedTemplate.Of([.. answered.EnumerateArray().Select(item => Of(items, item, pointer + "/0"))]);
        return each is null ? Matchers.Type(new JsonArray()) : Matchers.EachLike(each, node.MinItems ?? 0);
    }

    private JsonObject OfText(SchemaNode node, string answered, string pointer)
    {
        if (node.Enum is { } members)
        {
            return Matchers.Regex(answered, TextPatterns.OneOf(members.Select(m => m.ToString())));
        }

        var shown = texts.Show(node, pointer, answered);
        return TextPatterns.OfFormat(node.Format) is not { } pattern ? Matchers.Type(shown)
            : errors is null ? Fresh(node, Matchers.Regex(shown, pattern))
            : Matchers.Regex(shown, pattern);
    }

    // What differs from answer to answer does so in a stub's answers as well.
    private static JsonObject Fresh(SchemaNode node, JsonObject matcher) =>
        node.Format switch
        {
            "uuid" => Matchers.WithGenerator(matcher, "Uuid"),
            "date-time" => Matchers.WithGenerator(matcher, "DateTime", "yyyy-MM-dd'T'HH:mm:ssXXX"),
            _ => matcher,
        };
}
