using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class DefaultRule(Rule rule) : RuleCheck(rule)
{
    protected override CheckResult Ask(Evidence evidence, JsonElement answer) =>
        evidence.Case.Expectation is not Expectation.Accepted || evidence.RequestBody is not { } request
            ? CheckResult.DoesNotApply("there is no valid request with a JSON body")
            : AskEach(
                place => Judge(evidence, place, request, answer),
                "the request leaves nothing out that the answer shows"
            );

    private (bool Applies, Finding? Finding) Judge(
        Evidence evidence,
        RulePlace place,
        JsonElement request,
        JsonElement answer
    )
    {
        if (
            place.Request.In(request) is not null
            || place.Answer.In(answer) is not { } found
            || (Rule.Value ?? NodeAt(evidence.RequestSchema?.Root, place.Request)?.Default) is not { } wanted
        )
        {
            return (false, null);
        }

        if (SameValue.Are(wanted, found, NodeAt(evidence.Schema!.Root, place.Answer)))
        {
            return (true, null);
        }

        var (shown, meant) = Contrast.Of(found.GetRawText(), wanted.GetRawText(), Shortened.ValueLength);
        return (true, Broken(evidence, place, shown, $"{meant}, the default of {place.Request.Text}"));
    }
}
