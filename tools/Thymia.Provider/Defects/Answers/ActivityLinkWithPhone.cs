using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class ActivityLinkWithPhone()
    : Defect("activity-link-with-phone", "activity-link", "There is an activity link though a number was given.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("activityLink", "https://activity.example.com/calls/" + request.Number);
}
