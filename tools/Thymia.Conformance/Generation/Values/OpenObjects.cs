using System.Text.Json.Nodes;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// Objects whose properties the schema leaves open. They follow the documented example where there is one: identifiers
/// stay, since a provider may know them; names of people vary.
/// </summary>
internal static class OpenObjects
{
    public static JsonObject Make(JsonNode? example, string pointer, Draw draw, string locale, int least)
    {
        var result = example is JsonObject model ? Vary(model, pointer, draw, locale) : Invent(pointer, draw, locale);
        for (var i = 1; result.Count < least; i++)
        {
            result[$"key{i}"] = i;
        }

        return result;
    }

    private static JsonObject Vary(JsonObject model, string pointer, Draw draw, string locale)
    {
        var result = new JsonObject();
        foreach (var (name, value) in model)
        {
            var at = JsonPointer.Append(pointer, name);
            result[name] = value switch
            {
                JsonObject inner => Vary(inner, at, draw, locale),
                JsonValue text when Meanings.Of(at) is Meaning.PersonName or Meaning.GivenName
                    && text.TryGetValue<string>(out _) => draw.At(at, locale).Name.FirstName(),
                _ => value?.DeepClone(),
            };
        }

        return result;
    }

    private static JsonObject Invent(string pointer, Draw draw, string locale)
    {
        var random = draw.Dice(pointer);
        return new JsonObject
        {
            ["reference"] = Fiction.Hexadecimal(random, 8),
            ["note"] = string.Join(' ', draw.At(JsonPointer.Append(pointer, "note"), locale).Lorem.Words(3)),
        };
    }
}
