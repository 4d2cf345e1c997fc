namespace Thymia.Conformance.Judging.OpenApi;

internal sealed class KeyRequired : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = Outcomes.KeyRequired,
            Severity = Severity.Critical,
            Title = "a request without the key is refused",
            Documentation =
                "Asked of requests without the header of the API key. Where the contract declares it as a "
                + "required parameter its absence is a validation error like any other, with the documented status and "
                + "blame on the header; where it declares it as security alone, 401 and 403 are expected by sense. A "
                + "policy may tolerate that its framework answers 401 or 403 in the first case.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence) => Rejection.Ask(this, evidence);
}
