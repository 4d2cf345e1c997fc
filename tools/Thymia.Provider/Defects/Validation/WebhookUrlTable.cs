using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the webhook that are not enforced.</summary>
internal sealed class WebhookUrlTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation("webhook-takes-blanks", "webhookUrl", FaultKind.Uri, "A webhook with blanks in it is taken.")
        {
            Takes = value =>
                value.AsText() is { } text
                && text.Contains(' ', StringComparison.Ordinal)
                && AbsoluteUri.IsValid(text.Replace(" ", "", StringComparison.Ordinal)),
        },
        new LostValidation("webhook-takes-empty", "webhookUrl", FaultKind.Uri, "Empty text is taken as webhook.")
        {
            Takes = value => value.AsText() is { Length: 0 },
        },
        new LostValidation(
            "webhook-takes-no-scheme",
            "webhookUrl",
            FaultKind.Uri,
            "A host without a scheme is taken as webhook."
        )
        {
            Takes = value => value.AsText() is { } text && AbsoluteUri.IsValid("https://" + text),
        },
        new LostValidation("webhook-takes-number", "webhookUrl", FaultKind.Uri, "A number is taken as webhook.")
        {
            Takes = value => value.IsNumber,
        },
        new LostValidation(
            "webhook-takes-relative",
            "webhookUrl",
            FaultKind.Uri,
            "A relative reference is taken as webhook."
        )
        {
            Takes = value => value.AsText() is { } text && text.StartsWith('/'),
        },
        new LostValidation("webhook-unchecked", "webhookUrl", FaultKind.Uri, "Any text is taken as webhook.")
        {
            Takes = value => value.IsText,
        },
        new LostNullCheck("webhook-url-takes-null", "webhookUrl"),
    ];
}
