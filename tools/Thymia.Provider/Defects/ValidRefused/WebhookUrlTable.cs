using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the webhook and refused.</summary>
internal sealed class WebhookUrlTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput("webhook-http-refused", "webhookUrl", "A webhook without transport security is refused.")
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url && url.StartsWith("http:", StringComparison.Ordinal),
        },
        new RefusedInput("webhook-port-refused", "webhookUrl", "A webhook with a port is refused.")
        {
            Refuses = request =>
                Uri.TryCreate(request.TextAt("webhookUrl"), UriKind.Absolute, out var uri)
                && request.TextAt("webhookUrl")!.Contains(uri.Host + ":", StringComparison.OrdinalIgnoreCase),
        },
        new RefusedInput("webhook-query-refused", "webhookUrl", "A webhook with a query is refused.")
        {
            Refuses = request => request.TextAt("webhookUrl") is { } url && url.Contains('?', StringComparison.Ordinal),
        },
        new RefusedInput("webhook-refused", "webhookUrl", "Any webhook is refused.")
        {
            Refuses = request => request.At("webhookUrl").IsPresent,
        },
    ];
}
