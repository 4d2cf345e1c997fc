namespace Thymia.Conformance.Judging.Sequels;

internal sealed class DeleteTwice : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "delete-twice",
            Severity = Severity.Major,
            Title = "deleting a second time is answered as RFC 9110 has it",
            Documentation =
                "Asked of the first accepted DELETEs of each operation, of things that the run created: the same "
                + "request is sent once more. DELETE is idempotent (RFC 9110, 9.2.2), so the second answer is a "
                + "success, "
                + "or says that there is nothing any more: 404 or 410.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { Kind: SequelKind.Deleted, Repeated: not null } sequel)
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        return SequelWords.StatusOf(sequel.Repeated) switch
        {
            null => CheckResult.DoesNotApply("the second request got no answer to judge"),
            (>= 200 and < 300) or 404 or 410 => CheckResult.Holds,
            { } status => CheckResult.Broken(
                evidence.Finding(
                    this,
                    $"the same request again, {Places.AnswerStatus}",
                    $"status {status}",
                    "a status of success, 404 or 410",
                    "RFC 9110, 9.2.2"
                )
            ),
        };
    }
}
