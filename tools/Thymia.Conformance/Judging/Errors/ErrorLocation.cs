using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Judging.Errors;

internal sealed class ErrorLocation : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "error-location",
            Severity = Severity.Major,
            Title = "a validation error leads to the place that is broken",
            Documentation =
                "Asked of validation errors for cases that break one constraint at a known place. The `loc` "
                + "of one error must lead there: to the very place, or to another that the case allows, such as the "
                + "parent of a missing property. No other error may blame a place that neither contains the broken one "
                + "nor lies within it, since that place is sound.",
            SilencedBy = [.. Outcomes.All, "response-schema", "error-structure"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (
            evidence.Case.Expectation is not Expectation.Rejected { Places: { Count: > 0 } places } expected
            || evidence.Status != expected.Status
        )
        {
            return CheckResult.DoesNotApply("no place is to be blamed");
        }

        if (!evidence.ListsErrors)
        {
            return CheckResult.DoesNotApply("the answer is no list of errors");
        }

        var paths = evidence.ErrorPaths;
        if (!LeadsToAny(paths, places))
        {
            return Excuse(evidence, expected, paths) is { } rule ? CheckResult.Tolerated(rule)
                : MoreExact(evidence, expected, paths) is { } exact ? CheckResult.Remarked(exact)
                : Broken(
                    evidence,
                    0,
                    string.Join(" and ", paths.Select(ErrorPaths.Show)),
                    ErrorPaths.Show(places[0].Path)
                );
        }

        var stray = Stray(paths, expected);
        return stray < 0
            ? CheckResult.Holds
            : Broken(evidence, stray, ErrorPaths.Show(paths[stray]), $"no blame but {ErrorPaths.Show(places[0].Path)}");
    }

    // Of several breaks, one that the framework coerces is none to it; and some objects are taken apart before they are
    // refused.
    private static Verdict.Tolerated? Excuse(
        Evidence evidence,
        Expectation.Rejected expected,
        IReadOnlyList<IReadOnlyList<string>> paths
    )
    {
        if (
            evidence.Case.Mutation is { Further: not null } first
            && expected.Others.Any(IsBlamed)
            && expected.Others.All(other => IsBlamed(other) || evidence.Coercion(first.At(other)) is not null)
        )
        {
            return evidence.Coercion(first);
        }

        bool IsBlamed(Location other) => paths.Any(path => ErrorPaths.LeadsTo(path, other));

        return paths.All(path => expected.Places.Any(place => ErrorPaths.IsRelated(path, place)))
            ? evidence.Tolerance(ToleratedAnswer.MembersBlamed)
            : null;
    }

    // Whoever blames a place within the broken one says more than is asked, as long as the contract has such a place.
    private Finding? MoreExact(
        Evidence evidence,
        Expectation.Rejected expected,
        IReadOnlyList<IReadOnlyList<string>> paths
    ) =>
        paths.Count > 0
        && paths.All(path => expected.Places.Any(p => ErrorPaths.IsWithin(path, p)) && IsPlace(evidence, path))
            ? Finding(
                evidence,
                0,
                string.Join(" and ", paths.Select(ErrorPaths.Show)),
                $"{ErrorPaths.Show(expected.Places[0].Path)}, or what is within"
            )
            : null;

    private static bool IsPlace(Evidence evidence, IReadOnlyList<string> path)
    {
        var node = path[0] == "body" ? evidence.RequestSchema?.Root : null;
        for (var i = 1; node is not null && i < path.Count; i++)
        {
            node = node.Property(path[i])
                ?? node.AdditionalProperties
                ?? (path[i].All(char.IsAsciiDigit) ? node.Items : null);
        }

        return node is not null;
    }

    private CheckResult Broken(Evidence evidence, int index, string found, string expected) =>
        CheckResult.Broken(Finding(evidence, index, found, expected));

    private Finding Finding(Evidence evidence, int index, string found, string expected) =>
        evidence.Finding(
            this,
            Places.InAnswer($"{evidence.ErrorFormat.List}/{index}/{evidence.ErrorFormat.Path}"),
            $"{found} for {Sent.What(evidence)}",
            expected,
            evidence.Case.Mutation?.Constraint.Source ?? "by sense: a client must be able to tell what to mend"
        );

    private static bool LeadsToAny(IReadOnlyList<IReadOnlyList<string>> paths, IReadOnlyList<Location> places)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            for (var j = 0; j < places.Count; j++)
            {
                if (ErrorPaths.LeadsTo(paths[i], places[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The first error that blames a sound place; -1 where none does.</summary>
    private static int Stray(IReadOnlyList<IReadOnlyList<string>> paths, Expectation.Rejected expected)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            if (!IsRelatedToAny(paths[i], expected.Places) && !IsRelatedToAny(paths[i], expected.Others))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsRelatedToAny(IReadOnlyList<string> path, IReadOnlyList<Location> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (ErrorPaths.IsRelated(path, places[i]))
            {
                return true;
            }
        }

        return false;
    }
}
