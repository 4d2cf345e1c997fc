using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>What nothing else has evaluated (JSON Schema 2020-12, Core, 11).</summary>
internal static class UnevaluatedParts
{
    public static void Judge(
        SchemaJudge judge,
        JsonElement value,
        SchemaRules rules,
        Evaluated evaluated,
        ref Outcome outcome
    )
    {
        if (evaluated.IsOpen)
        {
            outcome.IsOpen = true;
        }
        else if (value.ValueKind == JsonValueKind.Object && rules.UnevaluatedProperties is { } properties)
        {
            JudgeProperties(judge, value, rules, properties, evaluated, ref outcome);
        }
        else if (value.ValueKind == JsonValueKind.Array && rules.UnevaluatedItems is { } items)
        {
            JudgeItems(judge, value, rules, items, evaluated, ref outcome);
        }
    }

    private static void JudgeProperties(
        SchemaJudge judge,
        JsonElement map,
        SchemaRules rules,
        SchemaRules schema,
        Evaluated evaluated,
        ref Outcome outcome
    )
    {
        foreach (var (name, value) in JsonMembers.Of(map))
        {
            if (evaluated.Has(name))
            {
                continue;
            }

            evaluated.Add(name);
            if (schema.IsFalse)
            {
                outcome.Add(new Fault(rules, "unevaluatedProperties", value).Within(name));
            }
            else
            {
                judge.JudgeWithin(value, schema, name, ref outcome);
            }
        }
    }

    private static void JudgeItems(
        SchemaJudge judge,
        JsonElement list,
        SchemaRules rules,
        SchemaRules schema,
        Evaluated evaluated,
        ref Outcome outcome
    )
    {
        var index = -1;
        foreach (var item in list.EnumerateArray())
        {
            if (evaluated.Has(++index))
            {
                continue;
            }

            evaluated.Add(index);
            if (schema.IsFalse)
            {
                outcome.Add(new Fault(rules, "unevaluatedItems", item).Within($"{index}"));
            }
            else
            {
                ItemApplicators.JudgeItem(judge, item, schema, index, ref outcome);
            }
        }
    }
}
