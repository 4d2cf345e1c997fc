using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with what may be shown in a 200.</summary>
internal sealed class LeakTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("date-of-birth-in-answer", "personal-data-not-echoed", "The date of birth comes back.")
        {
            Accepts = (request, answer) => answer.SetText("dateOfBirth", request.TextAt("user.dateOfBirth") ?? ""),
        },
        new OneStep("key-in-answer", "key-not-echoed", "The key comes back.")
        {
            Accepts = (request, answer) => answer.SetText("status", "created by " + request.Key),
        },
        new OneStep("phone-number-in-answer", "personal-data-not-echoed", "The phone number comes back.")
        {
            Accepts = (request, answer) =>
            {
                if (request.TextAt("phoneNumber") is { } number)
                {
                    answer.SetText("phoneNumber", number);
                }
            },
        },
        new OneStep("user-whole-in-answer", "personal-data-not-echoed", "The whole user comes back.")
        {
            Accepts = (request, answer) => answer.Set("user", request.At("user").Raw),
        },
        new OneStep("webhook-in-answer", "personal-data-not-echoed", "The webhook comes back.")
        {
            Accepts = (request, answer) =>
            {
                if (request.TextAt("webhookUrl") is { } url)
                {
                    answer.SetText("webhookUrl", url);
                }
            },
        },
    ];
}
