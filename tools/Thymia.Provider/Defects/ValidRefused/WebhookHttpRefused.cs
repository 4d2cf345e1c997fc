using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class WebhookHttpRefused()
    : RefusedInput("webhook-http-refused", "webhookUrl", "A webhook without transport security is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("webhookUrl") is { } url && url.StartsWith("http:", StringComparison.Ordinal);
}
