using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.Sequels;

internal sealed class Updated : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "updated",
            Severity = Severity.Critical,
            Title = "what was changed is read as it was changed, and nothing else of it",
            Documentation =
                "Asked of a PUT or PATCH that was answered with success, of a thing that the run created and the "
                + "description has a GET for. That GET, sent right afterwards, must give what was sent where both "
                + "schemas have the property, with the liberties of readable-after-create. What a PATCH leaves out "
                + "must be as it was read before. A PATCH whose body is no object is not compared. After 202 nothing "
                + "is asked.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { Kind: SequelKind.Replaced or SequelKind.Patched, Read: not null } sequel)
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        return SequelWords.StatusOf(sequel.Read) switch
        {
            null => CheckResult.DoesNotApply("the request after it got no answer to judge"),
            >= 200 and < 300 => OfValues(evidence, sequel),
            { } status when SequelWords.IsForbidden(status) => CheckResult.DoesNotApply("this caller may not read it"),
            { } status => CheckResult.Broken(
                evidence.Finding(
                    this,
                    SequelWords.After(sequel, Places.AnswerStatus),
                    $"status {status} for what status {evidence.Status} says was changed",
                    "a status of success",
                    SequelWords.BySense
                )
            ),
        };
    }

    private CheckResult OfValues(Evidence evidence, Sequel sequel)
    {
        if (evidence.RequestBody is not { ValueKind: JsonValueKind.Object } sent)
        {
            return CheckResult.DoesNotApply("the request has no object that could be compared");
        }

        var names = sent.EnumerateObject().Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        using var read = ReadThing.Of(sequel.Read, sequel, evidence, names);
        if (read is null)
        {
            return CheckResult.DoesNotApply("what was read is no object");
        }

        var differences = SentValues.Compare(sent, evidence.RequestSchema?.Root, read);
        using var before = ReadThing.Of(sequel.Before, sequel, evidence, names);
        return differences.Count > 0 || before is null
            ? SequelWords.Differences(evidence, this, sequel, differences, "as sent")
            : SequelWords.Differences(evidence, this, sequel, [.. Others(before, read, names)], "as before");
    }

    // What the request does not name stays as it is.
    private static IEnumerable<ValueDifference> Others(ReadThing before, ReadThing read, HashSet<string> names) =>
        from member in before.Value.EnumerateObject()
        where !names.Contains(member.Name) && !SentValues.IsProviders(member.Name)
        let node = read.Node?.Property(member.Name)
        where node is { ReadOnly: false } && member.Value.ValueKind != JsonValueKind.Null
        let found = read.Value.TryGetProperty(member.Name, out var value) ? value : (JsonElement?)null
        where found is not { } same || !SentValues.AreAlike(member.Value, same, node)
        select new ValueDifference(JsonPointer.Append(read.Pointer, member.Name), member.Value, found);
}
