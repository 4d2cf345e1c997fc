namespace Thymia.Conformance.Judging.Http;

internal sealed class Stable : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "stable",
            Severity = Severity.Major,
            Title = "the same request gets the same class of answer",
            Documentation =
                "Asked of requests that the run sends a second time, some of them by default. Both answers "
                + "must be of one class, such as success or client error: whether a request is valid depends on the "
                + "request alone. A second answer that did not come, or that asks for patience, says nothing.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Repeat is not { } repeat)
        {
            return CheckResult.DoesNotApply("the request was sent once");
        }

        if (repeat.Answer is not { } second || Unjudgeable.ReasonFor(repeat) is not null)
        {
            return CheckResult.DoesNotApply("the second sending had no answer to judge");
        }

        return second.Status / 100 == evidence.Status / 100
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.AnswerStatus,
                    $"status {evidence.Status} and then {second.Status} for {Sent.What(evidence)}",
                    "answers of one class",
                    "by sense: whether a request is valid depends on the request alone"
                )
            );
    }
}
