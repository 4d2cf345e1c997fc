using System.Text.Json;

namespace Thymia.Conformance.Judging.Sequels;

internal sealed class GoneAfterDelete : ICheck
{
    private const int Ok = 200;

    public CheckDescription Description { get; } =
        new()
        {
            Id = "gone-after-delete",
            Severity = Severity.Critical,
            Title = "what was deleted is there no more",
            Documentation =
                "Asked of a DELETE that was answered with 200 or 204, of a thing that the run created and the "
                + "description has a GET for. That GET, sent right afterwards, must be answered with 404 or 410. A 200 "
                + "whose body is the thing itself says that it was marked rather than deleted, and a 202 that it will "
                + "be: of those nothing is asked. After the first three deletions of an operation the thing must not "
                + "be in its collection either, where the description has a GET for that.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { Kind: SequelKind.Deleted, Read: not null } sequel)
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        if (evidence.Status == Ok && evidence.Body is { ValueKind: JsonValueKind.Object } body && IsThing(body, sequel))
        {
            return CheckResult.DoesNotApply("the answer is the thing itself, which was marked rather than deleted");
        }

        return SequelWords.StatusOf(sequel.Read) switch
        {
            404 or 410 => OfCollection(evidence, sequel),
            null => CheckResult.DoesNotApply("the request after it got no answer to judge"),
            { } status when SequelWords.IsForbidden(status) => CheckResult.Holds,
            { } status => CheckResult.Broken(
                evidence.Finding(
                    this,
                    SequelWords.After(sequel, Places.AnswerStatus),
                    $"status {status} for what status {evidence.Status} says was deleted",
                    "status 404 or 410",
                    SequelWords.BySense
                )
            ),
        };
    }

    private CheckResult OfCollection(Evidence evidence, Sequel sequel) =>
        sequel.Listed is { Missing: null } listed
            ? CheckResult.Broken(
                evidence.Finding(
                    this,
                    $"{listed.Operation.Name} after it, answer body",
                    $"an item for {sequel.Path}, which reads as deleted, on page {listed.Pages}",
                    "no item with its id",
                    SequelWords.BySense
                )
            )
            : CheckResult.Holds;

    private static bool IsThing(JsonElement body, Sequel sequel) =>
        body.EnumerateObject()
            .Any(m =>
                m.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase)
                && sequel.Path.EndsWith(
                    "/" + (m.Value.ValueKind == JsonValueKind.String ? m.Value.GetString() : m.Value.GetRawText()),
                    StringComparison.Ordinal
                )
            );
}
