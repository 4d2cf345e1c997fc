using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AnswerAsText() : Defect("answer-as-text", "content-type", "A call is answered as text/plain.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? answer with { ContentType = "text/plain" } : answer;
}
