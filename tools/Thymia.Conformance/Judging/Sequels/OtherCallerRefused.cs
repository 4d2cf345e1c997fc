namespace Thymia.Conformance.Judging.Sequels;

internal sealed class OtherCallerRefused : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "other-caller-refused",
            Severity = Severity.Critical,
            Title = "another caller cannot read what the first created",
            Documentation =
                "Asked where a second key is configured (THYMIA_OTHERAPIKEY), of the first accepted POSTs of each "
                + "operation whose thing the description has a GET for. That GET with the other key must be refused: "
                + "401, 403 or 404. It rests on sense, since no description says who may read what: leave the second "
                + "key out for an API whose callers share what they create.",
            WhenUnasked = "off: no second key",
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Sequel is not { Kind: SequelKind.Created, ReadByOther: not null } sequel)
        {
            return CheckResult.DoesNotApply(SequelWords.NotFollowed);
        }

        return SequelWords.StatusOf(sequel.ReadByOther) switch
        {
            null => CheckResult.DoesNotApply("the request of the other caller got no answer to judge"),
            >= 200 and < 300 and var status => CheckResult.Broken(
                evidence.Finding(
                    this,
                    $"{SequelWords.Reading(sequel)} with the other key, {Places.AnswerStatus}",
                    $"status {status}",
                    "status 401, 403 or 404",
                    "by sense: what one caller creates is not another's to read"
                )
            ),
            _ => CheckResult.Holds,
        };
    }
}
