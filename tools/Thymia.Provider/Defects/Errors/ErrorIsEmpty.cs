using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class ErrorIsEmpty() : Defect("error-is-empty", "error-structure", "An error has no body.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 422 ? answer with { Body = default } : answer;
}
