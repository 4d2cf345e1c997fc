using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class WebhookTakesBlanks()
    : LostValidation("webhook-takes-blanks", "webhookUrl", FaultKind.Uri, "A webhook with blanks in it is taken.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && text.Contains(' ', StringComparison.Ordinal)
        && AbsoluteUri.IsValid(text.Replace(" ", "", StringComparison.Ordinal));
}
