using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookUnchecked()
    : LostValidation("webhook-unchecked", "webhookUrl", FaultKind.Uri, "Any text is taken as webhook.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
