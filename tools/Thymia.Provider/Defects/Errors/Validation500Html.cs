using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class Validation500Html()
    : Defect("validation-500-html", "no-server-error", "Invalid input is answered with 500 and a page.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 422 ? Answer.Of(500, "<h1>Server Error</h1>", "text/html") : answer;
}
