using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class Created201() : Defect("created-201", "status-documented", "A call is answered with 201.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? answer with { Status = 201 } : answer;
}
