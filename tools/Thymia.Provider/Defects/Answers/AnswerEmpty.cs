using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AnswerEmpty() : Defect("answer-empty", "response-schema", "A call is answered with nothing.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 ? answer with { Body = default } : answer;
}
