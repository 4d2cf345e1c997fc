using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Refuses a schema that states what cannot be judged, or states it in a form that means nothing.</summary>
internal sealed class KeywordCheck(ApiDescription description, Unjudged unjudged, SchemaRemarks remarks)
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
        if (unjudged.Reason(part, keyword) is var (problem, hint))
        {
            if (!description.IgnoredKeywords.Contains(name))
            {
                throw Refused(
                    "keyword-not-judged",
                    $"the schema {SchemaNames.Of(part.Pointer)} {problem}",
                    place,
                    hint
                );
            }
        }
        else if (Keywords.Judged.Contains(name) && KeywordForms.Expected(name, keyword.Value) is { } expected)
        {
            throw Malformed(part, place, $"its '{name}' is {Shown(keyword.Value)}", $"write {expected} there");
        }
        else
        {
            remarks.Add(part, name);
            DemandPatterns(part, keyword, place);
        }
    }

    private void DemandPatterns(SchemaPart part, JsonProperty keyword, string place)
    {
        if (keyword.Name == "pattern" && EcmaMatcher.Problem(keyword.Value.GetString()!) is var (problem, advice))
        {
            throw Malformed(part, place, $"its 'pattern' {Shown(keyword.Value)} {problem}", advice);
        }

        foreach (var pattern in keyword.Name == "patternProperties" ? keyword.Value.EnumerateObject() : default)
        {
            if (EcmaMatcher.Problem(pattern.Name) is var (wrong, mend))
            {
                throw Malformed(
                    part,
                    JsonPointer.Append(place, pattern.Name),
                    $"its pattern '{pattern.Name}' {wrong}",
                    mend
                );
            }
        }
    }

    private UnusableInputException Malformed(SchemaPart part, string place, string problem, string hint) =>
        Refused("schema-malformed", $"the schema {SchemaNames.Of(part.Pointer)} is malformed: {problem}", place, hint);

    private UnusableInputException Refused(string code, string problem, string place, string hint) =>
        new(code, problem, description.PlaceOf(place), hint);

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return Shortened.To(text);
    }
}
