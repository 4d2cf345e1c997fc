using Thymia.Conformance.Judging.OpenApi;

namespace Thymia.Conformance.Judging.Http;

internal sealed class MethodNotAllowed : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = Outcomes.MethodNotAllowed,
            Severity = Severity.Minor,
            Title = "an unknown method gets 405",
            Documentation =
                "Asked of documented paths with a method that the contract does not document there. RFC 9110 "
                + "(15.5.6) names the status 405 for this. The list of methods that goes with it, allow-listed "
                + "asks for.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence) => Rejection.Ask(this, evidence);
}
