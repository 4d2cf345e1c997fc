using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AnswerWrapped()
    : Defect("answer-wrapped", "response-schema", "A call is answered with an object around the answer.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? Answer.Of(200, "{\"data\":" + answer.Text() + "}") : answer;
}
