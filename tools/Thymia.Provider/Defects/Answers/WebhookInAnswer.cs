using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class WebhookInAnswer()
    : Defect("webhook-in-answer", "personal-data-not-echoed", "The webhook comes back.")
{
    public override void Accept(CallRequest request, CallAnswer answer)
    {
        if (request.TextAt("webhookUrl") is { } url)
        {
            answer.SetText("webhookUrl", url);
        }
    }
}
