using System.Text.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>A rule that is asked of accepted requests' answers.</summary>
internal abstract class RuleCheck(Rule rule) : ICheck
{
    public CheckDescription Description { get; } = rule.Description;

    protected Rule Rule { get; } = rule;

    public CheckResult Ask(Evidence evidence)
    {
        var operation = evidence.Case.Operation;
        return operation.Path != Rule.Path || operation.Method != Rule.Method
                ? CheckResult.DoesNotApply("the rule is about another operation")
            : !evidence.IsSuccess || evidence.Schema is null || evidence.Body is not { } body
                ? CheckResult.DoesNotApply("the answer is no success with JSON that the contract describes")
            : Ask(evidence, body);
    }

    /// <summary>Asks of an accepted request's answer.</summary>
    protected abstract CheckResult Ask(Evidence evidence, JsonElement answer);

    /// <summary>Whatever is wrong at the places; holds where something applied, and does not apply otherwise.</summary>
    protected CheckResult AskEach(Func<RulePlace, (bool Applies, Finding? Finding)> ask, string otherwise)
    {
        List<Finding>? findings = null;
        var applied = false;
        foreach (var place in Rule.At)
        {
            var (applies, finding) = ask(place);
            applied |= applies;
            if (finding is not null)
            {
                (findings ??= []).Add(finding);
            }
        }

        return findings is not null ? CheckResult.Of(findings)
            : applied ? CheckResult.Holds
            : CheckResult.DoesNotApply(otherwise);
    }

    protected Finding Broken(
        Evidence evidence,
        RulePlace place,
        string found,
        string expected,
        string? source = null
    ) =>
        evidence.Finding(
            this,
            Places.InAnswer(place.Answer.Text),
            found,
            expected,
            source ?? $"{NameOf(evidence, place.Answer)}: {Rule.Says}"
        );

    /// <summary>The schema of the answer there; null where the description names none.</summary>
    protected static SchemaNode? NodeAt(SchemaNode? root, BodyPointer pointer)
    {
        foreach (var segment in pointer.Segments)
        {
            root = root?.Property(segment) ?? root?.Items;
        }

        return root;
    }

    protected static string Show(JsonElement value) => Shortened.To(value.GetRawText());

    private static string NameOf(Evidence evidence, BodyPointer pointer) =>
        NodeAt(evidence.Schema?.Root, pointer) is { } node
            ? SchemaNames.Of(node.Pointer)
            : $"{evidence.Case.Operation.Name} {pointer.Text}";
}
