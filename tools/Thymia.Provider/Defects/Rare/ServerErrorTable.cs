using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Rare;

/// <summary>Valid requests that end in a 500.</summary>
internal sealed class ServerErrorTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new ServerErrorWhen("deep-agent-500", "An agent of more than twenty levels ends in a 500.")
        {
            Fails = request =>
            {
                var (depth, deepest) = (0, 0);
                foreach (var sign in request.At("agent").Raw.Span)
                {
                    depth += sign switch
                    {
                        (byte)'{' or (byte)'[' => 1,
                        (byte)'}' or (byte)']' => -1,
                        _ => 0,
                    };
                    deepest = Math.Max(deepest, depth);
                }

                return deepest > 20;
            },
        },
        new ServerErrorWhen("emoji-500", "A character beyond the basic plane ends in a 500.")
        {
            Fails = request => request.TextAt("user.userLabel") is { } label && label.Any(char.IsSurrogate),
        },
        new ServerErrorWhen("empty-label-500", "An empty label ends in a 500.")
        {
            Fails = request => request.TextAt("user.userLabel") is { Length: 0 },
        },
        new ServerErrorWhen("every-50th-500", "Every 50th request ends in a 500.")
        {
            Fails = request => request.Number % 50 == 0,
        },
        new OneStep("half-pair-refused-500", "no-server-error", "A refusal fails beside half of a surrogate pair.")
        {
            Replies = (request, answer) =>
                answer.Status == 422 && request.Root.IsPresent && LoneSurrogates.In(request.Root.Raw)
                    ? Answer.ServerError()
                    : answer,
        },
        new OneStep("invalid-json-500", "no-server-error", "A body that is no JSON ends in a 500.")
        {
            Replies = (request, answer) => request.Parsed is ParsedBody.Malformed ? Answer.ServerError() : answer,
        },
        new ServerErrorWhen("irish-phone-500", "A call in Irish English with a phone number ends in a 500.")
        {
            Fails = request => request.TextAt("language") == "en-IE" && request.At("phoneNumber").IsPresent,
        },
        new ServerErrorWhen("japanese-500", "A call in Japanese ends in a 500.")
        {
            Fails = request => request.TextAt("language") == "ja-JP",
        },
        new ServerErrorWhen("label-of-64-kib-500", "A label of more than 65,535 bytes ends in a 500.")
        {
            Fails = request => request.At("user.userLabel").Raw.Length > 65_537,
        },
        new ServerErrorWhen("leap-day-500", "29 February ends in a 500.")
        {
            Fails = request =>
                request.TextAt("user.dateOfBirth") is { } date && date.EndsWith("-02-29", StringComparison.Ordinal),
        },
        new OneStep("list-body-500", "no-server-error", "A list as body ends in a 500.")
        {
            Replies = (request, answer) => request.Root.IsArray ? Answer.ServerError() : answer,
        },
        new ServerErrorWhen("long-label-500", "A label of more than 255 characters ends in a 500.")
        {
            Fails = request => request.TextAt("user.userLabel") is { Length: > 255 },
        },
        new OneStep("missing-body-500", "no-server-error", "A request without a body ends in a 500.")
        {
            Replies = (request, answer) => request.Body.IsEmpty ? Answer.ServerError() : answer,
        },
        new OneStep("long-language-500", "no-server-error", "A language of more than 65,535 characters ends in a 500.")
        {
            Replies = (request, answer) =>
                request.TextAt("language") is { Length: > 65_535 } ? Answer.ServerError() : answer,
        },
        new ServerErrorWhen("missing-metadata-500", "A call with a webhook but no metadata ends in a 500.")
        {
            Fails = request => request.At("webhookUrl").IsPresent && !request.At("metadata").IsPresent,
        },
        new ServerErrorWhen("missing-webhook-500", "A call without a webhook ends in a 500.")
        {
            Fails = request => !request.At("webhookUrl").IsPresent,
        },
        new ServerErrorWhen("nul-character-500", "A NUL in a label ends in a 500.")
        {
            Fails = request =>
                request.TextAt("user.userLabel") is { } label && label.Contains('\0', StringComparison.Ordinal),
        },
        new OneStep("null-user-500", "no-server-error", "Null as user ends in a 500.")
        {
            Replies = (request, answer) => request.At("user").IsNull ? Answer.ServerError() : answer,
        },
        new OneStep("number-date-500", "no-server-error", "A number as date of birth ends in a 500.")
        {
            Replies = (request, answer) => request.At("user.dateOfBirth").IsNumber ? Answer.ServerError() : answer,
        },
        new ServerErrorWhen("phone-number-500", "A call with a phone number ends in a 500.")
        {
            Fails = request => request.At("phoneNumber").IsPresent,
        },
        new ServerErrorWhen("unknown-property-500", "A property that the contract does not name ends in a 500.")
        {
            Fails = request => request.Root.Members().Any(member => !CallFields.Properties.Contains(member.Name)),
        },
    ];
}
