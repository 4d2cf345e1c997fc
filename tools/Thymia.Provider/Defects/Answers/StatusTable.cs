using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the status in a 200.</summary>
internal sealed class StatusTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("created-201", "status-documented", "A call is answered with 201.")
        {
            Replies = (_, answer) => answer.Status == 200 ? answer with { Status = 201 } : answer,
        },
        new OneStep("created-202", "status-documented", "A call with a phone number is answered with 202.")
        {
            Replies = (request, answer) =>
                answer.Status == 200 && request.At("phoneNumber").IsPresent ? answer with { Status = 202 } : answer,
        },
        new OneStep("status-empty", "status-given", "The status is empty.")
        {
            Accepts = (_, answer) => answer.SetText("status", ""),
        },
        new OneStep("status-missing", "response-schema", "There is no status.")
        {
            Accepts = (_, answer) => answer.Remove("status"),
        },
        new OneStep("status-twice", "names-once", "The status stands twice.")
        {
            Replies = (_, answer) =>
                answer.Status == 200
                    ? Answer.Of(
                        200,
                        answer
                            .Text()
                            .Replace("\"status\":", "\"status\":\"queued\",\"status\":", StringComparison.Ordinal)
                    )
                    : answer,
        },
        new OneStep("status-null", "response-schema", "The status is null.")
        {
            Accepts = (_, answer) => answer.SetJson("status", "null"),
        },
        new OneStep("status-number", "response-schema", "The status is a number.")
        {
            Accepts = (_, answer) => answer.SetJson("status", "1"),
        },
    ];
}
