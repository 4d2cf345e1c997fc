using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class Validation400()
    : Defect("validation-400", "status-documented", "Invalid input is answered with 400.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 422 ? answer with { Status = 400 } : answer;
}
