using System.Text.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class WithinRunRule(Rule rule, TimeSpan clockSkew) : RuleCheck(rule)
{
    private readonly FrozenTimes _frozen = new();

    protected override CheckResult Ask(Evidence evidence, JsonElement answer) =>
        AskEach(place => Judge(evidence, place, place.Answer.In(answer)), "the answer has no readable time there");

    private (bool Applies, Finding? Finding) Judge(Evidence evidence, RulePlace place, JsonElement? value)
    {
        if (
            value is not { ValueKind: JsonValueKind.String } text
            || (!text.TryGetDateTimeOffset(out var at) && !Instants.TryRead(text.GetString(), out at))
        )
        {
            return (false, null);
        }

        if (_frozen.Of(text.GetString()!, evidence.Exchange) is { } gap)
        {
            return (
                true,
                Broken(
                    evidence,
                    place,
                    $"{text.GetRawText()} again, {(long)gap.TotalSeconds} s after another answer had it",
                    "the time of the request"
                )
            );
        }

        var from = evidence.Exchange.SentAt - clockSkew;
        var to = evidence.Exchange.SentAt + evidence.Exchange.Duration + clockSkew;
        return (
            true,
            at >= from && at <= to
                ? null
                : Broken(
                    evidence,
                    place,
                    $"a time {(at < from ? "before" : "after")} the request, {text.GetRawText()}",
                    $"the time of the request, give or take {(long)clockSkew.TotalSeconds} s"
                )
        );
    }
}
