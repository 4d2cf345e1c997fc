using System.Globalization;
using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Compares a JSON body with the one that a pact shows, as Pact's core does for requests.</summary>
internal sealed partial class JsonComparison(MatchingRules rules)
{
    private readonly List<RequestMismatch> _found = [];

    /// <summary>Where the bodies differ; none where they fit.</summary>
    public IReadOnlyList<RequestMismatch> Compare(JsonElement expected, JsonElement actual)
    {
        Compare(["$"], expected, actual);
        return _found;
    }

    private void Compare(IReadOnlyList<string> at, JsonElement expected, JsonElement actual)
    {
        if (rules.At(at) is { } set && Problem(set, expected, actual) is { } wanted)
        {
            Add(at, actual, wanted);
            return;
        }

        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                CompareMembers(at, expected, actual);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                CompareItems(at, expected, actual);
                break;
            default:
                if (rules.At(at) is null && !JsonElement.DeepEquals(expected, actual))
                {
                    Add(at, actual, JsonWords.Of(expected));
                }

                break;
        }
    }

    // What is said of members and items one by one is said where these are compared;
    // names further up say nothing of values.
    private static string? Problem(RuleSet set, JsonElement expected, JsonElement actual)
    {
        var isNested =
            expected.ValueKind is JsonValueKind.Object or JsonValueKind.Array && expected.ValueKind == actual.ValueKind;
        var own = set with
        {
            Rules =
            [
                .. set.Rules.Where(r =>
                    isNested
                        ? RuleSet.KindOf(r) is "notEmpty" or "null"
                        : set.IsDirect || RuleSet.KindOf(r) != "eachKey"
                ),
            ],
        };
        return own.Rules.Count == 0 ? null : ValueRules.Problem(own, expected, actual);
    }

    private void CompareMembers(IReadOnlyList<string> at, JsonElement expected, JsonElement actual)
    {
        var set = rules.At(at) is { IsDirect: true } direct ? direct : null;
        if (set is not null && (set.Has("values") || set.Has("eachValue")))
        {
            CompareValues(at, expected, actual, set);
            return;
        }

        if (expected.GetPropertyCount() == 0 && actual.GetPropertyCount() > 0 && set?.Has("type") != true)
        {
            Add(at, actual, "an empty object");
            return;
        }

        CompareNames(at, expected, actual, set);
        if (rules.IsFree(at))
        {
            return;
        }

        foreach (var member in expected.EnumerateObject())
        {
            if (actual.TryGetProperty(member.Name, out var value))
            {
                Compare([.. at, member.Name], member.Value, value);
            }
        }
    }

    private void CompareNames(IReadOnlyList<string> at, JsonElement expected, JsonElement actual, RuleSet? set)
    {
        if (set?.Find("eachKey") is { } each)
        {
            CompareEachName(at, actual, each);
            return;
        }

        foreach (var member in expected.EnumerateObject().Where(m => !actual.TryGetProperty(m.Name, out _)))
        {
            _found.Add(new(Words([.. at, member.Name]), $"found nothing, expected {JsonWords.KindOf(member.Value)}"));
        }

        foreach (var member in actual.EnumerateObject().Where(m => !expected.TryGetProperty(m.Name, out _)))
        {
            _found.Add(
                new(Words([.. at, member.Name]), $"found {JsonWords.Of(member.Value)}, expected no such member")
            );
        }
    }

    private void CompareEachName(IReadOnlyList<string> at, JsonElement actual, JsonElement each)
    {
        var wanted = new RuleSet(PactJson.Items(each, "rules"), false);
        foreach (var name in actual.EnumerateObject().Select(m => m.Name))
        {
            var text = JsonSerializer.SerializeToElement(name);
            if (wanted.Rules.Count > 0 && ValueRules.Problem(wanted, text, text) is { } problem)
            {
                _found.Add(new(Words(at), $"found the name \"{Shortened.To(SafeText.Of(name))}\", expected {problem}"));
            }
        }
    }

    private void CompareValues(IReadOnlyList<string> at, JsonElement expected, JsonElement actual, RuleSet set)
    {
        CompareEachRule(
            at,
            actual.EnumerateObject().Select(m => (m.Name, m.Value)),
            set,
            expected.EnumerateObject().Select(m => m.Value)
        );
        if (set.Find("eachKey") is { } each)
        {
            CompareEachName(at, actual, each);
        }

        // What has rules for each value need not be the value shown.
        var hasRules = set.Find("eachValue") is { } values && PactJson.Items(values, "rules").Count > 0;
        foreach (var member in actual.EnumerateObject())
        {
            var shown = expected.TryGetProperty(member.Name, out var same)
                ? same
                : First(expected.EnumerateObject().Select(m => m.Value));
            if (shown is { } example && !(hasRules && IsScalar(example)))
            {
                Compare([.. at, member.Name], example, member.Value);
            }
        }
    }

    private void CompareEachRule(
        IReadOnlyList<string> at,
        IEnumerable<(string Name, JsonElement Value)> actual,
        RuleSet set,
        IEnumerable<JsonElement> shown
    )
    {
        if (set.Find("eachValue") is not { } each || PactJson.Items(each, "rules") is not { Count: > 0 } inner)
        {
            return;
        }

        var example = First(shown) ?? default;
        foreach (var (name, value) in actual)
        {
            if (ValueRules.Problem(new RuleSet(inner, false), example, value) is { } problem)
            {
                Add([.. at, name], value, problem);
            }
        }
    }

    private static JsonElement? First(IEnumerable<JsonElement> values) =>
        values.Select(v => (JsonElement?)v).FirstOrDefault();

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    private void Add(IReadOnlyList<string> at, JsonElement actual, string wanted) =>
        _found.Add(new(Words(at), $"found {JsonWords.Of(actual)}, expected {wanted}") { Weight = ValuesIn(actual) });

    private static int ValuesIn(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => 1 + value.EnumerateObject().Sum(m => ValuesIn(m.Value)),
            JsonValueKind.Array => 1 + value.EnumerateArray().Sum(ValuesIn),
            _ => 1,
        };

    private static string Words(IReadOnlyList<string> at) => $"request body at {SafeText.Of(string.Join('.', at))}";
}
