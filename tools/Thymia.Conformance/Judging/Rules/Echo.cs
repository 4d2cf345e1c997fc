using System.Collections.Concurrent;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class Echo : ICheck
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<EchoPath>> _paths = new(StringComparer.Ordinal);

    public CheckDescription Description { get; } = new()
    {
        Id = "echo",
        Severity = Severity.Major,
        Title = "what the answer repeats of the request is as sent",
        Documentation = "Asked of accepted valid requests. A property that request and response schema both name, at "
            + "the same place and with the same type, must have the value that was sent: `user.userLabel` identifies "
            + "the user in both, and `agent` is the configuration of the call. Objects are compared whole, in any "
            + "order, where the response schema names no properties of theirs. A property absent on either side is "
            + "left to response-schema.",
        SilencedBy = Outcomes.All,
    };

    public CheckResult Ask(Evidence evidence)
    {
        if (!evidence.IsSuccess || evidence.Case.Expectation is not Expectation.Accepted)
        {
            return CheckResult.DoesNotApply("the request was not accepted as valid");
        }

        if (evidence.Schema is null || evidence.Body is not { } answer || evidence.RequestBody is not { } request)
        {
            return CheckResult.DoesNotApply("there are no two JSON bodies to compare");
        }

        List<Finding>? findings = null;
        foreach (var path in _paths.GetOrAdd(evidence.SchemaPointer!, static (_, e) => EchoPath.Between(e), evidence))
        {
            if (path.In(request) is { } sent && path.In(answer) is { } found
                && JsonTypeNames.Of(sent) == JsonTypeNames.Of(found)
                && !JsonElement.DeepEquals(sent, found))
            {
                (findings ??= []).Add(evidence.Finding(
                    this, Places.InAnswer(path.Pointer), Show(found), $"{Show(sent)} as sent", path.Source));
            }
        }

        return findings is null ? CheckResult.Holds : CheckResult.Of(findings);
    }

    private static string Show(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
    }
}
