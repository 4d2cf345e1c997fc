using System.Text.Json;
using Thymia.Conformance.Generation;

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

        return (
            true,
            SameValue.Are(wanted, found, NodeAt(evidence.Schema!.Root, place.Answer))
                ? null
                : Broken(evidence, place, Show(found), $"{Show(wanted)}, the default of {place.Request.Text}")
        );
    }
}
