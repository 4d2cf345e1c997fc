using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the activity link in a 200.</summary>
internal sealed class ActivityLinkTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("activity-link-null", "response-schema", "The activity link is null where a number was given.")
        {
            Accepts = (_, answer) =>
            {
                if (answer["activityLink"].IsEmpty)
                {
                    answer.SetJson("activityLink", "null");
                }
            },
        },
        new OneStep("activity-link-relative", "activity-link", "The activity link is relative.")
        {
            Accepts = (_, answer) =>
            {
                if (!answer["activityLink"].IsEmpty)
                {
                    answer.SetText("activityLink", "/calls/1");
                }
            },
        },
        new OneStep("activity-link-with-phone", "activity-link", "There is an activity link though a number was given.")
        {
            Accepts = (request, answer) =>
                answer.SetText("activityLink", "https://activity.example.com/calls/" + request.Number),
        },
    ];
}
