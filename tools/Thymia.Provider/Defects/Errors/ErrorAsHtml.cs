using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class ErrorAsHtml() : Defect("error-as-html", "content-type", "An error is labelled as a page.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 422 ? answer with { ContentType = "text/html; charset=utf-8" } : answer;
}
