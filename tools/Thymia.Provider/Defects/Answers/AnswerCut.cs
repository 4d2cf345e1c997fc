using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AnswerCut()
    : Defect("answer-cut", "response-schema", "A call is answered with JSON that ends too soon.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? answer with { Body = answer.Body[..^1] } : answer;
}
