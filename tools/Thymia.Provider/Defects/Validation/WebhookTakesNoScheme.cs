using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookTakesNoScheme()
    : LostValidation(
        "webhook-takes-no-scheme", "webhookUrl", FaultKind.Uri,
        "A host without a scheme is taken as webhook.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && AbsoluteUri.IsValid("https://" + text);
}
