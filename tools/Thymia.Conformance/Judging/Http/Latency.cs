using System.Globalization;

namespace Thymia.Conformance.Judging.Http;

internal sealed class Latency(JudgeOptions options) : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "latency",
            Severity = Severity.Minor,
            WhenUnasked = "off: no budget",
            Title = "answers come within their budget",
            Documentation =
                "Asked of every answer where the configuration sets a budget for its class: one for accepted "
                + "requests, one for refused ones. Off by default, since the contract promises no speed; "
                + "--accepted-within and --refused-within set budgets. The time runs "
                + "from the first byte sent to the last byte read.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if ((evidence.IsSuccess ? options.AcceptedWithin : options.RefusedWithin) is not { } budget)
        {
            return CheckResult.DoesNotApply("no budget is set for such answers");
        }

        return evidence.Exchange.Duration <= budget
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    "answer time",
                    $"{Milliseconds(evidence.Exchange.Duration)} for {(evidence.IsSuccess ? "acceptance" : "refusal")}",
                    $"at most {Milliseconds(budget)}",
                    "the configuration's budget"
                )
            );
    }

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
