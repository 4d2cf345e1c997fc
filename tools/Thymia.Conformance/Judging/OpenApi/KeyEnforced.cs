using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class KeyEnforced(JudgeOptions options) : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = Outcomes.KeyEnforced,
            Severity = Severity.Critical,
            Title = "a key that was never issued is refused",
            Documentation =
                "Asked of requests with a made-up or an empty key. The contract documents no status for "
                + "them, so what counts as a refusal is configuration: 401 and 403 by default, and the status for "
                + "validation errors where the key is empty.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence) =>
        options.KeyRefusals is { } statuses
        && evidence.Case.Expectation is Expectation.Refused
        && statuses.Contains(evidence.Status)
            ? CheckResult.Holds
            : Rejection.Ask(this, evidence);
}
