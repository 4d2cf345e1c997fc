using System.Text.Json;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>Schemas applied to the same value (JSON Schema 2020-12, Core, 8.2.3 and 10.2).</summary>
internal static class InPlaceApplicators
{
    public static void Judge(
        SchemaJudge judge,
        JsonElement value,
        SchemaRules rules,
        InPlaceRules all,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        if (all.Reference is { } target)
        {
            judge.Judge(value, target, evaluated, ref outcome);
        }

        if (all.Dynamic is { } dynamic)
        {
            judge.Judge(value, judge.Target(dynamic), evaluated, ref outcome);
        }

        AnyOf(judge, value, rules, all, evaluated, ref outcome);
        foreach (var schema in all.AllOf)
        {
            judge.Judge(value, schema, evaluated, ref outcome);
        }

        OneOf(judge, value, rules, all, evaluated, ref outcome);
        Not(judge, value, rules, all, ref outcome);
        IfThenElse(judge, value, all, evaluated, ref outcome);
        Dependent(judge, value, all, evaluated, ref outcome);
    }

    private static void AnyOf(
        SchemaJudge judge,
        JsonElement value,
        SchemaRules rules,
        InPlaceRules all,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        var (holds, isOpen) = (all.AnyOf.Length == 0, false);
        foreach (var branch in all.AnyOf)
        {
            var found = judge.Try(value, branch, evaluated);
            holds |= found.Holds;
            isOpen |= found is { Faults: null, IsOpen: true };

            // Each branch that holds may have evaluated something, but nobody may ask.
            if (holds && evaluated is null)
            {
                return;
            }
        }

        Choose("anyOf", judge, value, rules, all, holds ? null : isOpen, ref outcome);
    }

    // A branch that nobody can judge leaves open which of the others is the only one.
    private static void OneOf(
        SchemaJudge judge,
        JsonElement value,
        SchemaRules rules,
        InPlaceRules all,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        var (holding, isOpen) = (all.OneOf.Length == 0 ? 1 : 0, false);
        foreach (var branch in all.OneOf)
        {
            var found = judge.Try(value, branch, evaluated);
            holding += found.Holds ? 1 : 0;
            isOpen |= found is { Faults: null, IsOpen: true };
        }

        Choose("oneOf", judge, value, rules, all, holding == 1 && !isOpen ? null : isOpen, ref outcome);
    }

    // "This or null" reads as this: what is wrong with it is worth more than that neither holds.
    private static void Choose(
        string keyword,
        SchemaJudge judge,
        JsonElement value,
        SchemaRules rules,
        InPlaceRules all,
        bool? isOpen,
        ref Outcome outcome
    )
    {
        if (isOpen is not false)
        {
            outcome.IsOpen |= isOpen is true;
            return;
        }

        if (
            all.NonNull is { } other
            && rules.Part.Branches(keyword).Count() == 2
            && judge.TryWhole(value, other) is { Faults: not null } found
        )
        {
            outcome.Add(found);
            return;
        }

        outcome.Add(new Fault(rules, keyword, value, Meant(value, rules, all, keyword)));
    }

    private static string? Meant(JsonElement value, SchemaRules rules, InPlaceRules all, string keyword) =>
        all.Discriminator is { } named && named.BranchOf(value) is { } branch
            ? $"{Reading.SchemaNames.OfReference(rules.Part.Child(keyword, branch))}, which its {named.PropertyName} "
                + "names"
            : null;

    private static void Not(
        SchemaJudge judge,
        JsonElement value,
        SchemaRules rules,
        InPlaceRules all,
        ref Outcome outcome
    )
    {
        if (all.Not is not { } not || judge.Try(value, not, null) is not { Faults: null } found)
        {
            return;
        }

        outcome.IsOpen |= found.IsOpen;
        if (!found.IsOpen)
        {
            outcome.Add(new Fault(rules, "not", value));
        }
    }

    private static void IfThenElse(
        SchemaJudge judge,
        JsonElement value,
        InPlaceRules all,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        if (all.If is not { } condition)
        {
            return;
        }

        var found = judge.Try(value, condition, evaluated);
        if (found is { Faults: null, IsOpen: true })
        {
            outcome.IsOpen = true;
        }
        else if ((found.Holds ? all.Then : all.Else) is { } consequence)
        {
            judge.Judge(value, consequence, evaluated, ref outcome);
        }
    }

    private static void Dependent(
        SchemaJudge judge,
        JsonElement value,
        InPlaceRules all,
        Evaluated? evaluated,
        ref Outcome outcome
    )
    {
        foreach (var (name, schema) in all.Dependent)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name.Utf8, out _))
            {
                judge.Judge(value, schema, evaluated, ref outcome);
            }
        }
    }
}
