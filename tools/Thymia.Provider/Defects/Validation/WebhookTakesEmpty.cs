using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookTakesEmpty()
    : LostValidation("webhook-takes-empty", "webhookUrl", FaultKind.Uri, "Empty text is taken as webhook.")
{
    protected override bool Takes(JsonValue value) => value.AsText() is { Length: 0 };
}
