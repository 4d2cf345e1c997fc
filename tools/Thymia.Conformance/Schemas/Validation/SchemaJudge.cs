using System.Runtime.CompilerServices;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>
/// Judges one value: first by what a schema says of the value itself, then by the schemas it applies to the same value,
/// then by those of its properties or items, and last by those of what none of these has evaluated.
/// </summary>
internal sealed class SchemaJudge
{
    // The resources on the way to the schema at hand, the outermost first: what $dynamicRef depends on.
    private readonly List<SchemaResource>? _scope;

    // Whether anybody wants to know more of the value at hand than that it does not fit.
    private bool _isQuick;

    private SchemaJudge(bool needsScope) => _scope = needsScope ? [] : null;

    /// <param name="needsScope">Whether a schema on the way has a <c>$dynamicRef</c>.</param>
    public static Outcome Judge(JsonElement value, SchemaRules rules, bool needsScope)
    {
        var outcome = default(Outcome);
        new SchemaJudge(needsScope).Judge(value, rules, null, ref outcome);
        return outcome;
    }

    /// <param name="around">What the schema around this one, of the same value, has evaluated; null where nobody
    /// asks.</param>
    public void Judge(JsonElement value, SchemaRules rules, Evaluated? around, ref Outcome outcome)
    {
        if (rules.PassedOver is not null)
        {
            outcome.IsOpen = true;
            _ = around?.IsOpen = true;
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var entered = Enter(rules.Resource);
        var evaluated = rules.Tracks ? new Evaluated() : around;
        JudgeItself(value, rules, ref outcome);
        if (rules.InPlace is { } inPlace && !IsDecided(in outcome))
        {
            InPlaceApplicators.Judge(this, value, rules, inPlace, evaluated, ref outcome);
        }

        if (!IsDecided(in outcome))
        {
            JudgeParts(value, rules, evaluated, ref outcome);
        }

        if (rules.Tracks && !IsDecided(in outcome))
        {
            UnevaluatedParts.Judge(this, value, rules, evaluated!, ref outcome);
            around?.Add(evaluated!);
        }

        if (entered)
        {
            _scope!.RemoveAt(_scope.Count - 1);
        }
    }

    /// <summary>True where the value is known not to fit, and nobody asks for more.</summary>
    public bool IsDecided(in Outcome outcome) => _isQuick && outcome.Faults is not null;

    /// <summary>
    /// Whether the value fits, with what was evaluated where it does. Of what is wrong with it the first suffices.
    /// </summary>
    public Outcome Try(JsonElement value, SchemaRules rules, Evaluated? around) => Try(value, rules, around, true);

    /// <summary>All that is wrong with the value.</summary>
    public Outcome TryWhole(JsonElement value, SchemaRules rules) => Try(value, rules, null, false);

    private Outcome Try(JsonElement value, SchemaRules rules, Evaluated? around, bool isQuick)
    {
        var own = around is null ? null : new Evaluated();
        var outcome = default(Outcome);
        var before = _isQuick;
        _isQuick = isQuick;
        Judge(value, rules, own, ref outcome);
        _isQuick = before;
        if (outcome.Faults is null && own is not null)
        {
            around!.Add(own);
        }

        return outcome;
    }

    // The way to a value is worth writing down only where something is wrong with it.
    public void JudgeWithin(JsonElement value, SchemaRules rules, string step, ref Outcome outcome)
    {
        var before = outcome.Faults?.Count ?? 0;
        Judge(value, rules, null, ref outcome);
        for (var i = before; i < outcome.Faults?.Count; i++)
        {
            outcome.Faults[i].Within(step);
        }
    }

    /// <summary>The schema that a dynamic reference leads to from here.</summary>
    public SchemaRules Target(DynamicReference reference)
    {
        foreach (var resource in _scope ?? [])
        {
            if (reference.ByResource.TryGetValue(resource, out var rules))
            {
                return rules;
            }
        }

        return reference.Initial;
    }

    private static void JudgeItself(JsonElement json, SchemaRules rules, ref Outcome outcome)
    {
        if (rules.Own.All.Count > 0)
        {
            var value = new JudgedValue(json, rules.Own.ReadsText);
            foreach (var (keyword, holds) in rules.Own.All)
            {
                if (!holds(in value))
                {
                    outcome.Add(new Fault(rules, keyword, json));
                }
            }
        }

        if (rules.IsFalse)
        {
            outcome.Add(new Fault(rules, "false", json));
        }

        if (json.ValueKind == JsonValueKind.Object)
        {
            PropertyApplicators.JudgeNames(json, rules, ref outcome);
        }
    }

    private void JudgeParts(JsonElement value, SchemaRules rules, Evaluated? evaluated, ref Outcome outcome)
    {
        if (value.ValueKind == JsonValueKind.Object && rules.Properties is { } properties)
        {
            PropertyApplicators.Judge(this, value, rules, properties, evaluated, ref outcome);
        }
        else if (value.ValueKind == JsonValueKind.Array && rules.Items is { } items)
        {
            ItemApplicators.Judge(this, value, rules, items, evaluated, ref outcome);
        }
    }

    private bool Enter(SchemaResource resource)
    {
        if (_scope is null || (_scope.Count > 0 && _scope[^1] == resource))
        {
            return false;
        }

        _scope.Add(resource);
        return true;
    }
}
