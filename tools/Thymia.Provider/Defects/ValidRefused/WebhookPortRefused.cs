using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class WebhookPortRefused()
    : RefusedInput("webhook-port-refused", "webhookUrl", "A webhook with a port is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        Uri.TryCreate(request.TextAt("webhookUrl"), UriKind.Absolute, out var uri)
            && request.TextAt("webhookUrl")!.Contains(uri.Host + ":", StringComparison.OrdinalIgnoreCase);
}
