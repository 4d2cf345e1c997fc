using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class ResponseSchema : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "response-schema",
            Severity = Severity.Major,
            Title = "the answer honours its schema",
            Documentation =
                "Asked of answers whose status is documented with a schema. Documented headers must be there "
                + "where they are required, and honour their schemas in the style simple. The body must be strict JSON "
                + "(RFC 8259, UTF-8) and honour every keyword of the schema; formats are taken at their word: "
                + "date-time "
                + "is RFC 3339 with offset, uuid RFC 4122 in its canonical form, uri absolute. Each place gives a "
                + "finding of its own. Where content-type has found that the answer does not claim to be JSON, and "
                + "it is "
                + "none, that finding is enough. A validation error is left to error-structure.",
            SilencedBy = Outcomes.All,
        };

    public CheckResult Ask(Evidence evidence)
    {
        var ofHeaders = AnswerHeaders.Findings(this, evidence);
        var ofBody = AskBody(evidence);
        return ofHeaders.Count == 0 ? ofBody : CheckResult.Of([.. ofHeaders, .. ofBody.Findings ?? []]);
    }

    private CheckResult AskBody(Evidence evidence)
    {
        if (evidence.Schema is null)
        {
            return CheckResult.DoesNotApply("the contract documents no schema for this answer");
        }

        if (!evidence.IsSuccess && evidence.ListsErrors)
        {
            return CheckResult.DoesNotApply("error-structure asks this of a list of errors");
        }

        if (evidence.Violations.Count == 0)
        {
            return CheckResult.Holds;
        }

        if (evidence.Violations[0].Keyword == "json" && !MediaTypes.IsJson(evidence.ContentType))
        {
            return CheckResult.DoesNotApply("the answer does not claim to be JSON");
        }

        var judged = BodyForm.Named(evidence.Violations, evidence).ToLookup(evidence.ToleratedViolation);
        return judged.FirstOrDefault(g => g.Key is not null)?.Key is { } rule && !judged[null].Any()
            ? CheckResult.Tolerated(rule)
            : CheckResult.Of([
                .. judged[null]
                    .Select(v => evidence.Finding(this, Places.InAnswer(v.Pointer), v.Found, v.Expected, v.Source)),
            ]);
    }
}
