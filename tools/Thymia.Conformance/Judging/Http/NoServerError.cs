namespace Thymia.Conformance.Judging.Http;

internal sealed class NoServerError : ICheck
{
    private const int NotImplemented = 501;

    public CheckDescription Description { get; } =
        new()
        {
            Id = "no-server-error",
            Severity = Severity.Critical,
            Title = "no request makes the provider fail",
            Documentation =
                "Asked of every answer. A status from 500 on says that the provider failed, whatever was "
                + "sent to it: the contract documents no such answer, and sense forbids it for any input. A 503 with "
                + "Retry-After is no finding but leaves the case inconclusive, and a 501 to a method that is "
                + "not documented "
                + "says what it is meant to say (RFC 9110, 15.6.2). No policy tolerates a server error.",
        };

    public CheckResult Ask(Evidence evidence) =>
        evidence.Status < 500 || IsUnknownMethod(evidence)
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.InRequest(evidence.Case.Location),
                    $"status {evidence.Status} for {Sent.What(evidence)}",
                    evidence.Case.Expectation is Generation.Expectation.Rejected rejected
                        ? $"status {rejected.Status}"
                        : "a status below 500",
                    evidence.Documented is { } documented
                        ? $"responses/{documented.Status}"
                        : "by sense: no input may make a provider fail"
                )
            );

    // What a server answers that knows no such method anywhere (RFC 9110, 15.6.2).
    private static bool IsUnknownMethod(Evidence evidence) =>
        evidence.Status == NotImplemented && evidence.Case.Request.IsMethodUndocumented;
}
