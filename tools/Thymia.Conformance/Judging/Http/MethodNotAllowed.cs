using Thymia.Conformance.Judging.OpenApi;

namespace Thymia.Conformance.Judging.Http;

internal sealed class MethodNotAllowed : ICheck
{
    private const int NotAllowed = 405;

    public CheckDescription Description { get; } = new()
    {
        Id = Outcomes.MethodNotAllowed,
        Severity = Severity.Minor,
        Title = "an unknown method gets 405 and the list of methods",
        Documentation = "Asked of documented paths with a method that the contract does not document there. RFC 9110 "
            + "(15.5.6) names the status 405 for this and demands an Allow header with the methods there are, which "
            + "must hold the documented one.",
        SilencedBy = ["no-server-error"],
    };

    public CheckResult Ask(Evidence evidence)
    {
        var outcome = Rejection.Ask(this, evidence);
        if (evidence.Status != NotAllowed || outcome.Findings is not null || outcome.Inapplicable is not null)
        {
            return outcome;
        }

        var allow = evidence.Answer.Header("allow");
        var wanted = evidence.Case.Operation.Method;
        return allow?.Split(',', StringSplitOptions.TrimEntries).Contains(wanted) == true
            ? outcome
            : CheckResult.Broken(evidence.Finding(
                this, Places.AnswerHeader("allow"), allow is null ? "none" : $"\"{allow}\"", $"a list with {wanted}",
                "RFC 9110, 15.5.6"));
    }
}
