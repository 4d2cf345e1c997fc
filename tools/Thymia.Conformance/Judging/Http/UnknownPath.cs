using Thymia.Conformance.Judging.OpenApi;

namespace Thymia.Conformance.Judging.Http;

internal sealed class UnknownPath : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = Outcomes.UnknownPath,
            Severity = Severity.Minor,
            Title = "an unknown path is answered with 404",
            Documentation =
                "Asked of paths next to the documented ones. Anything but 404 says that the provider has "
                + "operations there that the contract hides, or that it takes a misspelled path for the right one.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence) => Rejection.Ask(this, evidence);
}
