using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AnswerInList()
    : Defect("answer-in-list", "response-schema", "A call is answered with a list of one.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? Answer.Of(200, "[" + answer.Text() + "]") : answer;
}
