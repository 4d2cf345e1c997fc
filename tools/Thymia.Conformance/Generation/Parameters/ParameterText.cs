using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Parameters;

/// <summary>
/// Parameters travel as text. A value has one text, an array one for each item; objects have no one way to be written and
/// are not supported.
/// </summary>
internal static class ParameterText
{
    /// <summary>The texts of a value; null where it cannot be told from its text, or not be written at all.</summary>
    public static IReadOnlyList<string>? Of(JsonNode? value) => value switch
    {
        JsonArray items when items.All(i => i is JsonValue) && items.Count > 0 => [.. items.Select(i => Scalar((JsonValue)i!))],
        JsonValue scalar => [Scalar(scalar)],
        _ => null,
    };

    /// <summary>The value that a provider reads from the texts, led by the types the schema asks for.</summary>
    public static JsonElement Interpret(IReadOnlyList<string> texts, SchemaNode node)
    {
        JsonNode? value = node.Types != JsonTypes.Any && node.Types.HasFlag(JsonTypes.Array)
            ? new JsonArray([.. texts.Select(t => One(t, node.Items?.Types ?? JsonTypes.String))])
            : One(texts[0], node.Types);
        return Payloads.ToElement(value);
    }

    /// <summary>Whether the text arrives as it was sent: headers are trimmed, and a path needs segments.</summary>
    public static bool Survives(string text, string part) => part switch
    {
        "header" => text.All(c => c is >= ' ' and <= '~') && text.Trim() == text && text.Length is > 0 and < 1000,
        "path" => text.Any(c => c != '.') && text.Length < 1000 && !text.Any(char.IsControl),
        _ => text.Length < 1000 && !text.Any(char.IsSurrogate),
    };

    private static string Scalar(JsonValue value) =>
        value.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    private static JsonValue? One(string text, JsonTypes types)
    {
        if (types != JsonTypes.Any && (types & JsonTypes.Number) != 0 && AsNumber(text) is { } number)
        {
            return number;
        }

        return types != JsonTypes.Any && types.HasFlag(JsonTypes.Boolean) && text is "true" or "false"
            ? JsonValue.Create(text == "true")
            : JsonValue.Create(text);
    }

    private static JsonValue? AsNumber(string text)
    {
        try
        {
            return text.Length > 0 && text.Trim() == text && JsonNode.Parse(text) is JsonValue value
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
