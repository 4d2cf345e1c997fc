using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.Sequels;

internal sealed class Idempotent : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "idempotent",
            Severity = Severity.Major,
            Title = "reading, or replacing, a second time changes nothing",
            Documentation =
                "Asked of the first accepted POSTs and PUTs of each operation that the description has a GET for. What "
                + "was created is read twice, and a PUT sent twice with a GET after each: the same properties of the "
                + "request must be read both times (RFC 9110, 9.2.1 and 9.2.2), and the second PUT must succeed as the "
                + "first did. What the request does not name, such as counters and times, may differ.",
            SilencedBy = ["readable-after-create", "updated"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { ReadAgain: not null } sequel)
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        if (SequelWords.StatusOf(sequel.Repeated) is { } status && status is < 200 or >= 300)
        {
            return CheckResult.Broken(
                evidence.Finding(
                    this,
                    $"the same request again, {Places.AnswerStatus}",
                    $"status {status}",
                    $"a status of success, as {evidence.Status} before",
                    "RFC 9110, 9.2.2"
                )
            );
        }

        return evidence.RequestBody is { ValueKind: JsonValueKind.Object } sent
            ? OfValues(evidence, sequel, [.. sent.EnumerateObject().Select(m => m.Name)])
            : CheckResult.Holds;
    }

    private CheckResult OfValues(Evidence evidence, Sequel sequel, HashSet<string> names)
    {
        if (SequelWords.StatusOf(sequel.ReadAgain) is not { } status)
        {
            return CheckResult.DoesNotApply("the second request got no answer to judge");
        }

        using var first = ReadThing.Of(sequel.Read, sequel, evidence, names);
        if (first is null)
        {
            return CheckResult.DoesNotApply("what was read first is no object");
        }

        if (status is < 200 or >= 300)
        {
            return CheckResult.Broken(
                evidence.Finding(
                    this,
                    SequelWords.After(sequel, "once more, answer status"),
                    $"status {status}",
                    "a status of success, as before",
                    "RFC 9110, 9.2.1"
                )
            );
        }

        using var second = ReadThing.Of(sequel.ReadAgain, sequel, evidence, names);
        return second is null
            ? CheckResult.DoesNotApply("what was read is no object")
            : SequelWords.Differences(evidence, this, sequel, [.. Changed(first, second, names)], "as read before");
    }

    private static IEnumerable<ValueDifference> Changed(ReadThing first, ReadThing second, HashSet<string> names) =>
        from member in first.Value.EnumerateObject()
        where names.Contains(member.Name) && !SentValues.IsProviders(member.Name)
        let found = second.Value.TryGetProperty(member.Name, out var value) ? value : (JsonElement?)null
        where found is not { } same || !SentValues.AreAlike(member.Value, same, first.Node?.Property(member.Name))
        select new ValueDifference(JsonPointer.Append(second.Pointer, member.Name), member.Value, found);
}
