using System.Text.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class ActivityLink : ICheck
{
    private const string Link = "activityLink";
    private const string Phone = "phoneNumber";

    public CheckDescription Description { get; } = new()
    {
        Id = "activity-link",
        Severity = Severity.Major,
        Title = "a link comes only without a phone number",
        Documentation = "Asked of accepted requests where request and response schema name `phoneNumber` and "
            + "`activityLink`. The description says of the link that it is \"only present if a phone number was not "
            + "provided\"; it is optional even then. A link that is there must be an absolute http or https address, "
            + "or nobody can follow it. An empty phone number is left alone: the contract does not say whether it "
            + "counts as provided.",
        SilencedBy = Outcomes.All,
    };

    public CheckResult Ask(Evidence evidence)
    {
        if (!evidence.IsSuccess || evidence.Schema?.Root.Property(Link) is null
            || evidence.RequestSchema?.Root.Property(Phone) is null)
        {
            return CheckResult.DoesNotApply("the contract knows no such link for this answer");
        }

        if (evidence.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty(Link, out var link) || link.ValueKind != JsonValueKind.String)
        {
            return CheckResult.DoesNotApply("the answer has no link");
        }

        if (HasPhone(evidence.RequestBody))
        {
            return Broken(evidence, "a link although a phone number was provided", "none",
                "VoiceAgentCallCreateResponse.activityLink: only present if a phone number was not provided");
        }

        return Uri.TryCreate(link.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? CheckResult.Holds
            : Broken(evidence, link.GetRawText(), "an absolute http or https address",
                "by sense: a link must lead somewhere");
    }

    private CheckResult Broken(Evidence evidence, string found, string expected, string source) =>
        CheckResult.Broken(evidence.Finding(this, Places.InAnswer("/" + Link), found, expected, source));

    private static bool HasPhone(JsonElement? request) => request is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty(Phone, out var phone) && phone.ValueKind != JsonValueKind.Null
            && phone.GetRawText() != "\"\"";
}
