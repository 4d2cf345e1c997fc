using System.Text.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class PresenceRule(Rule rule) : RuleCheck(rule)
{
    private bool IsAbsence => Rule.Kind == RuleKind.AbsentWhen;

    protected override CheckResult Ask(Evidence evidence, JsonElement answer)
    {
        var met = Rule.When?.Holds(evidence.RequestBody) != false;
        return AskEach(
            place => Judge(evidence, place, place.Answer.In(answer), met),
            IsAbsence ? "the answer has no such value" : "the request is not what the rule is about"
        );
    }

    private (bool Applies, Finding? Finding) Judge(Evidence evidence, RulePlace place, JsonElement? value, bool met)
    {
        var isThere = value is { ValueKind: not JsonValueKind.Null };
        if (met && isThere == IsAbsence)
        {
            var because = Rule.When is { } when ? $", since {when.Clause}" : "";
            return (
                true,
                Broken(
                    evidence,
                    place,
                    isThere ? "a value"
                        : value is null ? "nothing"
                        : "null",
                    (IsAbsence ? "none" : "a value") + because
                )
            );
        }

        return isThere && Rule.IsWebAddress && !IsAddress(value!.Value)
            ? (
                true,
                Broken(
                    evidence,
                    place,
                    Show(value.Value),
                    "an absolute http or https address",
                    "by sense: a link must lead somewhere"
                )
            )
            : (isThere || met, null);
    }

    // What is no text is for the schema.
    private static bool IsAddress(JsonElement value) =>
        value.ValueKind != JsonValueKind.String
        || (Uri.TryCreate(value.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
