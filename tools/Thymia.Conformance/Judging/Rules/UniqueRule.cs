using System.Security.Cryptography;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class UniqueRule(Rule rule) : RuleCheck(rule)
{
    private readonly Dictionary<string, SeenIds> _seen = rule
        .At.DistinctBy(p => p.Answer.Text)
        .ToDictionary(p => p.Answer.Text, _ => new SeenIds(), StringComparer.Ordinal);

    protected override CheckResult Ask(Evidence evidence, JsonElement answer)
    {
        using var second = JsonText.Parse(evidence.Repeat?.Answer?.Body ?? default);
        return AskEach(place => Judge(evidence, place, answer, second.Root), "the answer has no such value");
    }

    private (bool Applies, Finding? Finding) Judge(
        Evidence evidence,
        RulePlace place,
        JsonElement answer,
        JsonElement? second
    )
    {
        if (KeyOf(evidence, place, answer) is not { } key)
        {
            return (false, null);
        }

        // To ask about the same exchange again, as an explanation does, is no second answer.
        var seen = _seen[place.Answer.Text];
        var isOwn = seen.IsFirstOf(key, HashCode.Combine(evidence.Case.Id, evidence.Exchange.SentAt));
        var isSecondOwn =
            second is not { } again
            || KeyOf(evidence, place, again) is not { } other
            || seen.IsFirstOf(other, HashCode.Combine(evidence.Case.Id, evidence.Exchange.SentAt, Rule.Id));
        return (
            true,
            isOwn && isSecondOwn
                ? null
                : Broken(evidence, place, "what another answer of this run has", "a value that no other answer has")
        );
    }

    private static Guid? KeyOf(Evidence evidence, RulePlace place, JsonElement answer)
    {
        switch (place.Answer.In(answer))
        {
            case { ValueKind: JsonValueKind.String } text:
                return text.TryGetGuid(out var id) ? id
                    : NodeAt(evidence.Schema?.Root, place.Answer)?.Format == "uuid" ? null
                    : KeyOf(text.GetString()!);
            case { ValueKind: JsonValueKind.Number } number:
                return
                    NodeAt(evidence.Schema?.Root, place.Answer) is { } node
                    && (node.Types & JsonTypeNames.Of(number)) == JsonTypes.None
                    ? null
                    : KeyOf(number.GetRawText());
            default:
                return null;
        }
    }

    private static Guid KeyOf(string text) =>
        new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
