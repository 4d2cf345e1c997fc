using System.Globalization;
using System.Text.Json;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Schemas applied to the items of an array (JSON Schema 2020-12, Core, 10.3.1; Validation, 6.4.4 and
/// 6.4.5).</summary>
internal static class ItemApplicators
{
    public static void Judge(
        SchemaJudge judge,
        JsonElement list,
        SchemaRules rules,
        ItemRules items,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        var index = 0;
        foreach (var item in items.First.Length > 0 || items.Rest is not null ? list.EnumerateArray() : default)
        {
            var schema = index < items.First.Length ? items.First[index] : items.Rest;
            if (schema is null)
            {
                break;
            }

            JudgeItem(judge, item, schema, index++, ref outcome);
        }

        evaluated?.AddFirst(index);
        if (items.Contains is { } contains)
        {
            JudgeContains(judge, list, rules, items, contains, evaluated, ref outcome);
        }
    }

    public static void JudgeItem(
        SchemaJudge judge,
        JsonElement item,
        SchemaRules schema,
        int index,
        ref Outcome outcome
    )
    {
        var before = outcome.Faults?.Count ?? 0;
        judge.Judge(item, schema, null, ref outcome);
        for (var i = before; i < outcome.Faults?.Count; i++)
        {
            outcome.Faults[i].Within(index.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void JudgeContains(
        SchemaJudge judge,
        JsonElement list,
        SchemaRules rules,
        ItemRules items,
        SchemaRules contains,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        var (count, index, isOpen) = (0, 0, false);
        foreach (var item in list.EnumerateArray())
        {
            var found = judge.Try(item, contains, null);
            isOpen |= found is { Faults: null, IsOpen: true };
            if (found.Holds)
            {
                count++;
                evaluated?.Add(index);
            }

            index++;
        }

        if (isOpen)
        {
            outcome.IsOpen = true;
            _ = evaluated?.IsOpen = true;
        }
        else if (count < items.MinContains)
        {
            outcome.Add(new Fault(rules, rules.Part.Has("minContains") ? "minContains" : "contains", list));
        }
        else if (count > items.MaxContains)
        {
            outcome.Add(new Fault(rules, "maxContains", list));
        }
    }
}
