using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class EqualsRule(Rule rule) : RuleCheck(rule)
{
    protected override CheckResult Ask(Evidence evidence, JsonElement answer) =>
        evidence.Case.Expectation is not Expectation.Accepted || evidence.RequestBody is not { } request
            ? CheckResult.DoesNotApply("there is no valid request with a JSON body")
            : AskEach(place => Compare(evidence, place, request, answer), "nothing of the request is repeated");

    private (bool Applies, Finding? Finding) Compare(
        Evidence evidence,
        RulePlace place,
        JsonElement request,
        JsonElement answer
    )
    {
        if (place.Request.In(request) is not { } sent || place.Answer.In(answer) is not { } found)
        {
            return (false, null);
        }

        if (JsonElement.DeepEquals(sent, found))
        {
            return (true, null);
        }

        var node = NodeAt(evidence.Schema!.Root, place.Answer);
        return SameValue.Are(sent, found, node) ? (true, null)
            : IsLeftToSchema(found, node) ? (false, null)
            : (true, Broken(evidence, place, found, sent));
    }

    private Finding Broken(Evidence evidence, RulePlace place, JsonElement found, JsonElement sent)
    {
        var (shown, wanted) = Contrast.Of(found.GetRawText(), sent.GetRawText(), Shortened.ValueLength);
        return Broken(evidence, place, shown, $"{wanted} as sent");
    }

    private static bool IsLeftToSchema(JsonElement found, SchemaNode? node) =>
        node is not null && (node.Types & JsonTypeNames.Of(found)) == JsonTypes.None;
}
