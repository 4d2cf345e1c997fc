using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Validation.Assertions;

/// <summary>What one schema says of a value itself: only the keywords it states cost time.</summary>
internal sealed class ValueRules
{
    private readonly List<(string Keyword, ValueRule Holds)> _rules = [];

    /// <param name="stated">The keywords of the schema that count.</param>
    public ValueRules(IEnumerable<JsonProperty> stated)
    {
        foreach (var property in stated)
        {
            if (Rule(property.Name, property.Value) is { } holds)
            {
                _rules.Add((property.Name, holds));
            }
        }

        ReadsText = _rules.Exists(r => r.Keyword is not "type");
    }

    /// <summary>In the order in which the schema states them.</summary>
    public List<(string Keyword, ValueRule Holds)> All => _rules;

    /// <summary>Whether one of them asks for the text of a value.</summary>
    public bool ReadsText { get; }

    /// <summary>Whether all of it holds.</summary>
    public bool Allow(JsonElement json)
    {
        var value = new JudgedValue(json, ReadsText);
        foreach (var (_, holds) in _rules)
        {
            if (!holds(in value))
            {
                return false;
            }
        }

        return true;
    }

    private static ValueRule? Rule(string keyword, JsonElement value) =>
        keyword switch
        {
            "type" => TypeRules.Type(value),
            "enum" or "const" => TypeRules.Members(keyword, value),
            "minLength" or "maxLength" or "pattern" or "format" => TextRules.Rule(keyword, value),
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => NumberRules.Rule(
                keyword,
                value
            ),
            "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties" => CollectionRules.Rule(
                keyword,
                value
            ),
            _ => null,
        };
}
