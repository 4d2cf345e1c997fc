using System.Text.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class IdUnique : ICheck
{
    private const string Property = "id";

    private readonly SeenIds _seen = new();

    public CheckDescription Description { get; } = new()
    {
        Id = "id-unique",
        Severity = Severity.Critical,
        Title = "every call gets an id of its own",
        Documentation = "Asked of accepted requests whose answer has a UUID as `id`. It is \"the id of the newly "
            + "created call\", so no two answers of a run may share one, whichever order they come in, and not even "
            + "the same request sent twice. What is no UUID is for response-schema.",
        SilencedBy = Outcomes.All,
    };

    public CheckResult Ask(Evidence evidence)
    {
        if (!evidence.IsSuccess || evidence.SchemaPointer is null || evidence.Body is not { } body
            || IdIn(body) is not { } id)
        {
            return CheckResult.DoesNotApply("the answer has no UUID as id");
        }

        // To ask about the same exchange again, as an explanation does, is no second call.
        var isOwn = _seen.IsFirstOf(id, HashCode.Combine(evidence.Case.Id, evidence.Exchange.SentAt));
        var isRepeatsOwn = IdOfRepeat(evidence) is not { } again
            || _seen.IsFirstOf(again, HashCode.Combine(evidence.Case.Id, evidence.Exchange.SentAt, Property));
        return isOwn && isRepeatsOwn ? CheckResult.Holds : CheckResult.Broken(evidence.Finding(
            this,
            Places.InAnswer("/" + Property),
            "an id that another call of this run has",
            "an id that no other call has",
            "VoiceAgentCallCreateResponse.id: the id of the newly created call"));
    }

    private static Guid? IdOfRepeat(Evidence evidence)
    {
        if (evidence.Repeat?.Answer is not { } answer)
        {
            return null;
        }

        using var body = JsonText.Parse(answer.Body);
        return body.Root is { } root ? IdIn(root) : null;
    }

    private static Guid? IdIn(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Property, out var value)
            && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id)
            ? id
            : null;
}
