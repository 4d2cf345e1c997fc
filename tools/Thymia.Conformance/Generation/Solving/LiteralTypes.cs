using System.Collections.Immutable;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>The types of the values for which a keyword can hold, or fail.</summary>
internal static class LiteralTypes
{
    public static JsonTypes Of(Literal literal)
    {
        var (part, keyword, holds, _) = literal;
        return keyword switch
        {
            "type" when holds => JsonTypeNames.Read(part.Json.GetProperty(keyword)),
            "type" => JsonTypes.Any & ~JsonTypeNames.Read(part.Json.GetProperty(keyword)),
            "const" when holds => JsonTypeNames.Of(part.Json.GetProperty(keyword)),
            "enum" when holds => part
                .Json.GetProperty(keyword)
                .EnumerateArray()
                .Aggregate(JsonTypes.None, (types, member) => types | JsonTypeNames.Of(member)),
            _ when holds => JsonTypes.Any,
            _ => Governed(keyword),
        };
    }

    /// <summary>Why a keyword leaves no type over, as a clause.</summary>
    public static string Conflict(ImmutableList<Literal> literals, Literal last)
    {
        var other = literals.LastOrDefault(l =>
            l.Keyword is "type" or "const" or "enum" && (Of(l) & Of(last)) == JsonTypes.None
        );
        return other.Keyword is null ? $"{Shown(last)} leaves no type over"
            : last.Keyword == other.Keyword ? $"{Shown(last)} and {Shown(other)} have no type in common"
            : $"no value of {Shown(last)} agrees with {Shown(other)}";
    }

    // A keyword that says something about one type fails for values of that type alone.
    private static JsonTypes Governed(string keyword) =>
        keyword switch
        {
            "minLength" or "maxLength" or "pattern" or "format" => JsonTypes.String,
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => JsonTypes.Number,
            "minItems" or "maxItems" or "uniqueItems" or "items" or "prefixItems" or "contains" or "unevaluatedItems" =>
                JsonTypes.Array,
            "minProperties"
            or "maxProperties"
            or "additionalProperties"
            or "propertyNames"
            or "properties"
            or "required"
            or "patternProperties"
            or "unevaluatedProperties" => JsonTypes.Object,
            _ => JsonTypes.Any,
        };

    private static string Shown(Literal literal)
    {
        var value = literal.Part.Json.TryGetProperty(literal.Keyword, out var json) ? json.GetRawText() : "";
        var shown = value.Length > 60 ? value[..57] + "..." : value;
        return $"{(literal.Holds ? "" : "the excluded ")}'{literal.Keyword}' {shown}".TrimEnd();
    }
}
