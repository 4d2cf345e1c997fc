using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>What a schema may state and nobody can judge, so that passing it over would give wrong verdicts.</summary>
internal sealed class Unjudged(ApiDescription description, Dialect dialect, SchemaResources resources)
{
    /// <summary>The keyword that keeps a schema from being judged although it is to be passed over; null where none
    /// does.</summary>
    public string? PassedOver(SchemaPart part)
    {
        var ignored = description.IgnoredKeywords;
        if (ignored.Count == 0 || part.Json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var keyword in part.Json.EnumerateObject())
        {
            if (ignored.Contains(keyword.Name) && Reason(part, keyword) is not null)
            {
                return keyword.Name;
            }
        }

        return null;
    }

    /// <summary>Why it cannot be judged, as a clause, and what to do; null where it can.</summary>
    public (string Problem, string Hint)? Reason(SchemaPart part, JsonProperty keyword) =>
        keyword.Name switch
        {
            "$vocabulary" when !SchemaResources.IsFurther(part.Pointer) => OfKeyword(keyword.Name),
            "$schema" => OfSchema(keyword.Value),
            "$ref" or "$dynamicRef" => OfReference(part, keyword),
            "nullable" when dialect.Is30 => (
                "uses the keyword 'nullable' where OpenAPI 3.0 has no schema",
                "move the schema under components/schemas, or " + PassOver("nullable")
            ),
            var name when dialect.Is30 && IsMissing(name, keyword.Value) => OfKeyword(name),
            _ => null,
        };

    // Elsewhere 'id' is a name of anybody's own.
    private static bool IsMissing(string name, JsonElement value) =>
        Keywords.MissingIn30.Contains(name) && (name != "id" || value.ValueKind == JsonValueKind.String);

    private (string Problem, string Hint) OfKeyword(string name) =>
        (
            dialect.Is30 && Keywords.MissingIn30.Contains(name)
                ? $"uses the keyword '{name}', which cannot be judged: OpenAPI 3.0 does not have it"
                : $"uses the keyword '{name}', which cannot be judged",
            $"take it out of the description or {PassOver(name)}"
        );

    private (string Problem, string Hint)? OfSchema(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && dialect.Knows(value.GetString()!)
            ? null
            : (
                $"uses the keyword '$schema' with {value.GetRawText()}, whose rules cannot be judged",
                "write it in JSON Schema 2020-12 and say so there, or " + PassOver("$schema")
            );

    private (string Problem, string Hint)? OfReference(SchemaPart part, JsonProperty keyword)
    {
        if (
            keyword.Value.ValueKind != JsonValueKind.String
            || resources.Resolve(part.Pointer, keyword.Value.GetString()!) is not null
        )
        {
            return null;
        }

        var reference = keyword.Value.GetString()!;
        return reference.StartsWith('#')
            ? (
                $"uses the reference '{reference}', which leads nowhere",
                $"define what it names or correct its spelling, or {PassOver(keyword.Name)}"
            )
            : (
                $"uses the reference '{reference}', which leads out of the file and cannot be judged",
                $"bundle the description into one file first, or {PassOver(keyword.Name)}"
            );
    }

    private string PassOver(string keyword)
    {
        var all = description.IgnoredKeywords.Append(keyword).Distinct().Order(StringComparer.Ordinal);
        return $"pass it over with --ignore-keyword {string.Join(',', all)}";
    }
}
