using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AnswerWithoutType()
    : Defect("answer-without-type", "content-type", "A call is answered without a content type.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? answer with { ContentType = null } : answer;
}
