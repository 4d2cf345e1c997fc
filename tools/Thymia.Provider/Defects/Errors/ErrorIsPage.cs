using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class ErrorIsPage()
    : Defect("error-is-page", "error-structure", "An error is a page labelled as JSON.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 422 ? Answer.Of(422, "<h1>Unprocessable Entity</h1>") : answer;
}
