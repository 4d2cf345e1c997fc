using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Refuses a schema that states what cannot be judged, or states it in a form that means nothing.</summary>
internal sealed class KeywordCheck(ApiDescription description)
{
    /// <exception cref="UnusableInputException">With the keyword's line.</exception>
    public void Demand(SchemaPart part)
    {
        if (part.Json.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
        {
            throw Malformed(part, part.Pointer, "it is no object, nor true or false", "write a schema there");
        }

        foreach (var keyword in part.Json.ValueKind == JsonValueKind.Object ? part.Json.EnumerateObject() : default)
        {
            Demand(part, keyword);
        }
    }

    private void Demand(SchemaPart part, JsonProperty keyword)
    {
        var name = keyword.Name;
        var place = JsonPointer.Append(part.Pointer, name);
        if (Keywords.IsUnjudgeable(name))
        {
            if (!description.IgnoredKeywords.Contains(name))
            {
                throw Refused(
                    "keyword-not-judged",
                    $"the schema {SchemaNames.Of(part.Pointer)} uses the keyword '{name}', which cannot be judged",
                    place,
                    Keywords.Advice(name, description.IgnoredKeywords));
            }
        }
        else if (Keywords.Judged.Contains(name) && KeywordForms.Expected(name, keyword.Value) is { } expected)
        {
            throw Malformed(part, place, $"its '{name}' is {Shown(keyword.Value)}", $"write {expected} there");
        }
        else if (name == "pattern" && EcmaMatcher.Problem(keyword.Value.GetString()!) is var (problem, advice))
        {
            throw Malformed(part, place, $"its 'pattern' {Shown(keyword.Value)} {problem}", advice);
        }
    }

    private UnusableInputException Malformed(SchemaPart part, string place, string problem, string hint) =>
        Refused("schema-malformed", $"the schema {SchemaNames.Of(part.Pointer)} is malformed: {problem}", place, hint);

    private UnusableInputException Refused(string code, string problem, string place, string hint) =>
        new(code, problem, $"{description.Source}:{description.LineOf(place)}", hint);

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
