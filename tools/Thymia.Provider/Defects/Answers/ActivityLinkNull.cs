using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class ActivityLinkNull()
    : Defect("activity-link-null", "response-schema", "The activity link is null where a number was given.")
{
    public override void Accept(CallRequest request, CallAnswer answer)
    {
        if (answer["activityLink"].IsEmpty)
        {
            answer.SetJson("activityLink", "null");
        }
    }
}
