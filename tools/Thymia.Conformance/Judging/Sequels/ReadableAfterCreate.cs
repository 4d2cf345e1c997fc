using System.Text.Json;

namespace Thymia.Conformance.Judging.Sequels;

internal sealed class ReadableAfterCreate : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "readable-after-create",
            Severity = Severity.Critical,
            Title = "what was created can be read, as it was sent",
            Documentation =
                "Asked of a POST that was answered with success and created a thing whose id its answer shows, where "
                + "the description has a GET for it. That GET, sent right afterwards, must succeed, and give what was "
                + "sent where both schemas have the property; capitals, blanks around and the order of a list may "
                + "differ, and what only a provider can know (ids, versions, states, times of creation) is left out. "
                + "A Location that leads to another thing of the collection is a finding. After 202 nothing is asked.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { Kind: SequelKind.Created, Read: not null } sequel)
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        if (sequel.OtherLocation is { } other)
        {
            return CheckResult.Broken(
                evidence.Finding(
                    this,
                    Places.AnswerHeader("Location"),
                    other,
                    $"{sequel.Path}, which was created",
                    "RFC 9110, 15.3.2"
                )
            );
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
                    $"status {status} for what status {evidence.Status} says was created",
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
            return CheckResult.Holds;
        }

        using var read = ReadThing.Of(sequel.Read, sequel, evidence, [.. sent.EnumerateObject().Select(m => m.Name)]);
        return read is null
            ? CheckResult.Holds
            : SequelWords.Differences(
                evidence,
                this,
                sequel,
                SentValues.Compare(sent, evidence.RequestSchema?.Root, read),
                "as sent"
            );
    }
}
