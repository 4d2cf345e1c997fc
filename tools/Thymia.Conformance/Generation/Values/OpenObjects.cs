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
        for (var i = 0; i < model.Count; i++)
        {
            var (name, value) = model.GetAt(i);
            result.Add(name, value switch
            {
                JsonObject inner => Vary(inner, JsonPointer.Append(pointer, name), draw, locale),
                JsonValue text when Meanings.OfName(name) is Meaning.PersonName or Meaning.GivenName
                    && text.TryGetValue<string>(out _) =>
                    draw.At(JsonPointer.Append(pointer, name), locale).Name.FirstName(),
                _ => value?.DeepClone(),
            });
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
