using System.Globalization;
using System.Text.Json;

namespace Thymia.Conformance.Judging.Rules;

internal sealed class CreatedAt(JudgeOptions options) : ICheck
{
    private const string Property = "createdAt";

    public CheckDescription Description { get; } = new()
    {
        Id = "created-at",
        Severity = Severity.Major,
        Title = "createdAt is when the call was submitted",
        Documentation = "Asked of accepted requests whose answer has a readable `createdAt`. The description says "
            + "\"when the call was submitted to the API\", so it must lie between the sending of the request and the "
            + "arrival of the answer, give or take the clock skew of the configuration, five minutes by default. Its "
            + "form is for response-schema.",
        SilencedBy = Outcomes.All,
    };

    public CheckResult Ask(Evidence evidence)
    {
        if (!evidence.IsSuccess || evidence.SchemaPointer is null
            || evidence.Body is not { ValueKind: JsonValueKind.Object } body
            || !body.TryGetProperty(Property, out var value) || !TryRead(value, out var at))
        {
            return CheckResult.DoesNotApply("the answer has no readable createdAt");
        }

        var from = evidence.Exchange.SentAt - options.ClockSkew;
        var to = evidence.Exchange.SentAt + evidence.Exchange.Duration + options.ClockSkew;
        return at >= from && at <= to ? CheckResult.Holds : CheckResult.Broken(evidence.Finding(
            this,
            Places.InAnswer("/" + Property),
            $"a time {(at < from ? "before" : "after")} the request, {value.GetRawText()}",
            $"the time of the request, give or take {(long)options.ClockSkew.TotalSeconds} s",
            "VoiceAgentCallCreateResponse.createdAt: when the call was submitted to the API"));
    }

    private static bool TryRead(JsonElement value, out DateTimeOffset at)
    {
        at = default;
        return value.ValueKind == JsonValueKind.String
            && (value.TryGetDateTimeOffset(out at)
                || DateTimeOffset.TryParse(
                    value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at));
    }
}
