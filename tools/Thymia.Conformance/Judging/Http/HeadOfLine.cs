using System.Globalization;

namespace Thymia.Conformance.Judging.Http;

internal sealed class HeadOfLine : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "head-of-line",
            Severity = Severity.Major,
            Title = "a huge request does not fail its neighbours",
            Documentation =
                "Asked of refused requests that the run sends again beside a huge one, a few of them by "
                + "default and to this machine only. The huge one is the same request with 128 KiB of blanks "
                + "behind its "
                + "JSON. Its neighbours must be answered, and within a second or ten times what the same request takes "
                + "alone right afterwards. A trial that goes badly is made twice before it counts.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Neighbour is not { } trial)
        {
            return CheckResult.DoesNotApply("the request was not sent beside a huge one");
        }

        return !trial.IsBad
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    "answer beside a huge request",
                    trial.Beside.Answer is { } answer
                        ? answer.IsServerError
                            ? $"status {answer.Status}"
                            : $"an answer after {Milliseconds(trial.Beside.Duration)}"
                        : trial.Beside.Failure ?? "no answer",
                    $"an answer as when alone, which takes {Milliseconds(trial.After.Duration)}",
                    "by sense: one consumer's request must not hold up another's"
                )
            );
    }

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
