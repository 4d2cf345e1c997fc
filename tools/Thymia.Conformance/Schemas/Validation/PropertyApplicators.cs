using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>
/// Which properties an object must have, and schemas applied to them (JSON Schema 2020-12, Core, 10.3.2; Validation,
/// 6.5.3 and 6.5.4).
/// </summary>
internal static class PropertyApplicators
{
    /// <summary>The properties that must be there, and those that must not.</summary>
    public static void JudgeNames(JsonElement map, SchemaRules rules, ref Outcome outcome)
    {
        foreach (var name in rules.Required)
        {
            Demand(map, name, "required", rules, ref outcome);
        }

        if (rules.ForbidsOthers)
        {
            foreach (var (name, value) in JsonMembers.Of(map).Where(p => !IsKnown(p.Key, rules.Properties!)))
            {
                outcome.Add(new Fault(rules, "additionalProperties", value).Within(name));
            }
        }

        foreach (var (name, demanded) in rules.Properties?.Dependent ?? [])
        {
            foreach (var other in map.TryGetProperty(name.Utf8, out _) ? demanded : [])
            {
                Demand(map, other, "dependentRequired", rules, ref outcome);
            }
        }
    }

    public static void Judge(
        SchemaJudge judge,
        JsonElement map,
        SchemaRules rules,
        PropertyRules properties,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        foreach (var (name, schema) in properties.Named)
        {
            if (map.TryGetProperty(name.Utf8, out var value))
            {
                evaluated?.Add(name.Name);
                judge.JudgeWithin(value, schema, name.Name, ref outcome);
                if (judge.IsDecided(in outcome))
                {
                    return;
                }
            }
        }

        if (properties.ByPattern.Length == 0 && properties.Others is null && properties.Names is null)
        {
            return;
        }

        foreach (var (name, value) in JsonMembers.Of(map))
        {
            JudgeName(judge, name, rules, properties, ref outcome);
            JudgeOther(judge, (name, value), properties, evaluated, ref outcome);
        }
    }

    private static void JudgeName(
        SchemaJudge judge,
        string name,
        SchemaRules rules,
        PropertyRules properties,
        ref Outcome outcome
    )
    {
        if (properties.Names is not { } names)
        {
            return;
        }

        var text = JsonSerializer.SerializeToElement(name);
        var found = judge.Try(text, names, null);
        outcome.IsOpen |= found.IsOpen;
        if (found.Faults is not null)
        {
            outcome.Add(new Fault(rules, "propertyNames", text).Within(name));
        }
    }

    private static void JudgeOther(
        SchemaJudge judge,
        (string Name, JsonElement Value) member,
        PropertyRules properties,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        var isKnown = properties.Known.Contains(member.Name);
        foreach (var (pattern, schema) in properties.ByPattern)
        {
            if (EcmaMatcher.IsMatch(pattern, member.Name))
            {
                isKnown = true;
                evaluated?.Add(member.Name);
                judge.JudgeWithin(member.Value, schema, member.Name, ref outcome);
            }
        }

        if (!isKnown && properties.Others is { } others)
        {
            evaluated?.Add(member.Name);
            judge.JudgeWithin(member.Value, others, member.Name, ref outcome);
        }
    }

    private static void Demand(JsonElement map, NameRule name, string keyword, SchemaRules rules, ref Outcome outcome)
    {
        if (!map.TryGetProperty(name.Utf8, out _))
        {
            outcome.Add(new Fault(rules, keyword, null).Within(name.Name));
        }
    }

    private static bool IsKnown(string name, PropertyRules properties) =>
        properties.Known.Contains(name) || properties.ByPattern.Any(p => EcmaMatcher.IsMatch(p.Pattern, name));
}
