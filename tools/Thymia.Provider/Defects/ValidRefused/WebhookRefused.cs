using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class WebhookRefused() : RefusedInput("webhook-refused", "webhookUrl", "Any webhook is refused.")
{
    protected override bool Refuses(CallRequest request) => request.At("webhookUrl").IsPresent;
}
