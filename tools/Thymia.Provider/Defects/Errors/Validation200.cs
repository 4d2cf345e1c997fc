using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class Validation200()
    : Defect("validation-200", "invalid-rejected", "Invalid input is answered with 200 and an error body.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 422 ? answer with { Status = 200 } : answer;
}
