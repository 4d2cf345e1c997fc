using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging.Errors;

internal sealed class ErrorComplete : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "error-complete",
            Severity = Severity.Major,
            Title = "a validation error lists every break",
            Documentation =
                "Asked of validation errors for cases that break constraints at several independent places. "
                + "`detail` is a list, so that a client can mend all at once: each broken place must be led to by the "
                + "`loc` of some error.",
            SilencedBy = [.. Outcomes.All, "response-schema", "error-structure", "error-location"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (
            evidence.Case.Expectation is not Expectation.Rejected { Others: { Count: > 0 } others } expected
            || evidence.Status != expected.Status
            || !evidence.ListsErrors
        )
        {
            return CheckResult.DoesNotApply("nothing but one place is broken, or the answer is no list of errors");
        }

        var paths = evidence.ErrorPaths;
        var allMissed = others
            .Where(place => !paths.Any(path => ErrorPaths.LeadsTo(path, place)))
            .Select(place => (Place: place, Rule: evidence.Coercion(evidence.Case.Mutation?.At(place))))
            .ToList();
        return allMissed.Find(m => m.Rule is null).Place is not { } missed
            ? allMissed is [var (_, rule), ..]
                ? CheckResult.Tolerated(rule!)
                : CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.InAnswer(evidence.ErrorFormat.List),
                    string.Join(" and ", paths.Select(ErrorPaths.Show)),
                    $"{ErrorPaths.Show(missed.Path)} as well",
                    evidence.ErrorFormat.Source
                )
            );
    }
}
