using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookTakesRelative()
    : LostValidation(
        "webhook-takes-relative", "webhookUrl", FaultKind.Uri,
        "A relative reference is taken as webhook.")
{
    protected override bool Takes(JsonValue value) => value.AsText() is { } text && text.StartsWith('/');
}
