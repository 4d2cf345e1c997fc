using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class MissingWebhook500()
    : ServerErrorWhen("missing-webhook-500", "A call without a webhook ends in a 500.")
{
    protected override bool Fails(CallRequest request) => !request.At("webhookUrl").IsPresent;
}
