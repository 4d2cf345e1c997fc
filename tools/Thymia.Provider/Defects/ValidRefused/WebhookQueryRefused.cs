using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class WebhookQueryRefused()
    : RefusedInput("webhook-query-refused", "webhookUrl", "A webhook with a query is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.TextAt("webhookUrl") is { } url && url.Contains('?', StringComparison.Ordinal);
}
