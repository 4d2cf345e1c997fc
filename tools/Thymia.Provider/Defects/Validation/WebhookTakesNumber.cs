using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookTakesNumber()
    : LostValidation("webhook-takes-number", "webhookUrl", FaultKind.Uri, "A number is taken as webhook.")
{
    protected override bool Takes(JsonValue value) => value.IsNumber;
}
