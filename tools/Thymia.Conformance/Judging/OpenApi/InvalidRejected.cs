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
                "Asked of cases that break one constraint of the contract. An answer of success means that the "
                + "constraint is not enforced, and a documented status other than the one for validation errors "
                + "that it is enforced otherwise than promised; both are findings. A documented status that names "
                + "the fault counts as a refusal: 400 and 422, 404 for a value of the path, 413, 414 or 431 for "
                + "what is large, 415 for a body that is missing or unreadable. Where the contract's letter does "
                + "not name the status, any of those that sense allows will do, and the finding says that it is by "
                + "sense. A refusal with a status outside the contract is left to status-documented.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence) => Rejection.Ask(this, evidence);
}
