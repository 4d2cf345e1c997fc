using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Tolerances;

namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class StatusDocumented : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "status-documented",
            Severity = Severity.Major,
            Title = "the status of every answer is documented",
            Documentation =
                "Asked of every answer but those that are expected by sense, since there the contract's "
                + "letter is silent. A redirect is a finding like any other undocumented status, and is never "
                + "followed. "
                + "Server errors, valid requests refused and invalid ones accepted have checks of their own. A policy "
                + "may tolerate the status that its framework is known to give for some input.",
            SilencedBy = ["no-server-error", .. Outcomes.Owners],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Case.Operation.Responses.Count == 0)
        {
            return CheckResult.DoesNotApply("the description documents no answer");
        }

        if (evidence.Documented is not null)
        {
            return CheckResult.Holds;
        }

        if (evidence.Case.Expectation is Expectation.Refused)
        {
            return CheckResult.DoesNotApply("the contract documents no status for such a request");
        }

        if (evidence.Tolerance(ToleratedAnswer.Refused) is { } rule)
        {
            return CheckResult.Tolerated(rule);
        }

        var target =
            evidence.Status is >= 300 and < 400 && evidence.Answer.Header("location") is { } location
                ? $", a redirect to {location}"
                : "";
        return CheckResult.Broken(
            evidence.Finding(
                this,
                Places.AnswerStatus,
                $"status {evidence.Status} for {Sent.What(evidence)}{target}",
                "one of the documented statuses "
                    + string.Join(", ", evidence.Case.Operation.Responses.Select(r => r.Status)),
                "responses"
            )
        );
    }
}
