namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class InvalidRejected : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = Outcomes.InvalidRejected,
            Severity = Severity.Critical,
            Title = "an invalid request is rejected as documented",
            Documentation =
                "Asked of cases that break one constraint of the contract. An answer of success means that "
                + "the constraint is not enforced, and a documented status other than the one for validation errors "
                + "that "
                + "it is enforced otherwise than promised; both are findings. Where the contract's letter does not "
                + "name "
                + "the status, any of those that sense allows will do, and the finding says that it is by sense. A "
                + "refusal with a status outside the contract is left to status-documented.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence) => Rejection.Ask(this, evidence);
}
