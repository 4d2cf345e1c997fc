using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class ActivityLinkRelative()
    : Defect("activity-link-relative", "activity-link", "The activity link is relative.")
{
    public override void Accept(CallRequest request, CallAnswer answer)
    {
        if (!answer["activityLink"].IsEmpty)
        {
            answer.SetText("activityLink", "/calls/1");
        }
    }
}
