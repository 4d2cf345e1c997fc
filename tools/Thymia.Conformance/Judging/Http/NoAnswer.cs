using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging.Http;

internal sealed class NoAnswer : ICheck
{
    private const string Name = "no-answer";

    public CheckDescription Description { get; } =
        new()
        {
            Id = Name,
            Severity = Severity.Critical,
            Title = "every request gets a whole answer",
            Documentation =
                "Asked of every case that is sent. A connection that is closed or reset before a whole answer came, a "
                + "content length that is not kept and broken chunks say that the provider failed (RFC 9110, 3.4), "
                + "where it does so for "
                + "the same kind of request again while others are answered: for one case twice, on connections of "
                + "its own, or for two "
                + "cases at one place and of one kind, or for two valid or two invalid ones that fail alike, with an "
                + "answered case "
                + "before and after. Only requests that cannot create anything are sent again to find that out. What "
                + "happens once stays "
                + "inconclusive and is counted; so does a time-out, unless cases of one place and kind share it.",
        };

    public CheckResult Ask(Evidence evidence) => CheckResult.Holds;

    /// <summary>That a case got no whole answer.</summary>
    /// <param name="pattern">What shows that this is no chance, as a clause.</param>
    public static Finding FindingOf(TestCase testCase, Exchange exchange, string pattern, Redaction redaction) =>
        new()
        {
            Check = Name,
            CaseId = testCase.Id,
            Operation = testCase.Operation.Name,
            Location = "answer",
            Found = Redaction.Show($"{exchange.Failure}, {pattern}", redaction.SecretsOf([])),
            Expected = "a whole answer",
            Source = "RFC 9110, 3.4",
        };
}
