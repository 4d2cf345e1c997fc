using System.Text.Json;
using Thymia.Conformance.Frameworks;
using Thymia.Conformance.Replay;

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
                + "request alone. Where both list errors, an error at the same place must be of the same type. A "
                + "second answer that did not come, or that asks for patience, says nothing.",
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
            ? AskTypes(evidence, second)
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

    // Errors may come in another order; what is wrong at a place does not change.
    private CheckResult AskTypes(Evidence evidence, Answer second)
    {
        if (!evidence.ListsErrors || second.Status != evidence.Status)
        {
            return CheckResult.Holds;
        }

        using var body = JsonText.Parse(second.Body);
        var first = TypesOf(evidence.Errors, evidence.ErrorFormat);
        foreach (var (path, type) in TypesOf(evidence.ErrorFormat.In(body.Root), evidence.ErrorFormat))
        {
            if (first.TryGetValue(path, out var before) && before != type)
            {
                return CheckResult.Broken(
                    evidence.Finding(
                        this,
                        Places.InAnswer($"{evidence.ErrorFormat.List}/*/type"),
                        $"\"{before}\" and then \"{type}\" at {path} for {Sent.What(evidence)}",
                        "an error of one type",
                        "by sense: clients tell errors apart by their type"
                    )
                );
            }
        }

        return CheckResult.Holds;
    }

    private static Dictionary<string, string> TypesOf(IReadOnlyList<JsonElement> errors, IErrorFormat format) =>
        errors
            .Select(e => (Path: ErrorPaths.Show(format.PathOf(e)), Type: format.TypeOf(e)))
            .Where(e => e.Type is not null)
            .GroupBy(e => e.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Join(", ", g.Select(e => e.Type).Order(StringComparer.Ordinal)));
}
