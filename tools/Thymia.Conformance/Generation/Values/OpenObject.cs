using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// An object whose properties the schema leaves open. It follows the documented example where there is one: identifiers
/// stay, since a provider may know them; names of people vary.
/// </summary>
internal sealed class OpenObject(JsonObject? model, string pointer)
{
    private readonly Member[] _members = model is null
        ? []
        : [.. model.Select(p => new Member(p.Key, p.Value, pointer))];

    public JsonObject Make(Draw draw, string locale, int least)
    {
        var result = model is null ? Invent(draw, locale) : Vary(draw, locale);
        for (var i = 1; result.Count < least; i++)
        {
            result[$"key{i}"] = i;
        }

        return result;
    }

    private JsonObject Vary(Draw draw, string locale)
    {
        var result = new JsonObject();
        foreach (var member in _members)
        {
            result.Add(member.Name, member.Make(draw, locale));
        }

        return result;
    }

    private JsonObject Invent(Draw draw, string locale)
    {
        var random = draw.Dice(pointer);
        return new JsonObject
        {
            ["reference"] = Fiction.Hexadecimal(random, 8),
            ["note"] = string.Join(' ', draw.At(JsonPointer.Append(pointer, "note"), locale).Lorem.Words(3)),
        };
    }

    /// <summary>A property of the example.</summary>
    private sealed class Member(string name, JsonNode? value, string parent)
    {
        private readonly string _pointer = JsonPointer.Append(parent, name);

        private readonly OpenObject? _inner = value is JsonObject map
            ? new OpenObject(map, JsonPointer.Append(parent, name))
            : null;

        private readonly bool _namesPerson =
            value is JsonValue text
            && text.TryGetValue<string>(out _)
            && Meanings.OfName(name) is Meaning.PersonName or Meaning.GivenName;

        public string Name => name;

        public JsonNode? Make(Draw draw, string locale) =>
            _inner is not null ? _inner.Vary(draw, locale)
            : _namesPerson ? draw.At(_pointer, locale).Name.FirstName()
            : value?.DeepClone();
    }
}
