using System.Text.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class NotEmptyRule(Rule rule) : RuleCheck(rule)
{
    protected override CheckResult Ask(Evidence evidence, JsonElement answer) =>
        AskEach(place => Judge(evidence, place, place.Answer.In(answer)), "the answer has no text there");

    private (bool Applies, Finding? Finding) Judge(Evidence evidence, RulePlace place, JsonElement? value) =>
        value is not { ValueKind: JsonValueKind.String } text ? (false, null)
        : string.IsNullOrWhiteSpace(text.GetString())
            ? (true, Broken(evidence, place, Show(text), "text that says something"))
        : (true, null);
}
