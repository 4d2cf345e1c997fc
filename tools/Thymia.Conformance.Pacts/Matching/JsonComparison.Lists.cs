using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <content>Lists: how many items there are, and what each is compared with.</content>
internal sealed partial class JsonComparison
{
    private void CompareItems(IReadOnlyList<string> at, JsonElement expected, JsonElement actual)
    {
        var set = rules.At(at);
        if (set is { IsDirect: true } && set.Find("arrayContains") is { } contains)
        {
            CompareVariants(at, expected, actual, contains);
            return;
        }

        var shown = expected.GetArrayLength();
        var count = actual.GetArrayLength();
        if (set is null || set.Has("equality"))
        {
            DemandCount(at, actual, count, shown, shown);
        }
        else if (set.IsDirect)
        {
            set.Rules.Where(r => RuleSet.KindOf(r) == "type")
                .ToList()
                .ForEach(r => DemandCount(at, actual, count, Limit(r, "min") ?? 0, Limit(r, "max") ?? int.MaxValue));
            CompareEachRule(
                at,
                actual.EnumerateArray().Select((v, i) => (Number(i), v)),
                set,
                expected.EnumerateArray()
            );
        }

        for (var i = 0; i < count && shown > 0 && (i < shown || set is not null); i++)
        {
            Compare([.. at, Number(i)], expected[i < shown ? i : 0], actual[i]);
        }
    }

    // Each variant must be somewhere in the list.
    private void CompareVariants(
        IReadOnlyList<string> at,
        JsonElement expected,
        JsonElement actual,
        JsonElement contains
    )
    {
        foreach (var variant in PactJson.Items(contains, "variants"))
        {
            var index = PactJson.Member(variant, "index") is { ValueKind: JsonValueKind.Number } number
                ? number.GetInt32()
                : 0;
            if (index >= expected.GetArrayLength())
            {
                continue;
            }

            var own = MatchingRules.OfBody(PactJson.Member(variant, "rules"));
            if (!actual.EnumerateArray().Any(item => new JsonComparison(own).Compare(expected[index], item).Count == 0))
            {
                Add(at, actual, $"an item like {JsonWords.Of(expected[index])}");
            }
        }
    }

    private void DemandCount(IReadOnlyList<string> at, JsonElement actual, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            var wanted =
                least == most ? Amounts.Of(least, "item")
                : count < least ? $"at least {Amounts.Of(least, "item")}"
                : $"at most {Amounts.Of(most, "item")}";
            _found.Add(new(Words(at), $"found {JsonWords.Of(actual)}, expected a list of {wanted}"));
        }
    }

    /// <summary>A number of a rule, such as its <c>min</c>.</summary>
    public static int? Limit(JsonElement rule, string name) =>
        PactJson.Member(rule, name) is { ValueKind: JsonValueKind.Number } limit ? limit.GetInt32() : null;
}
