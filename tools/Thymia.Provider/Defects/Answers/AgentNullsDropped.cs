using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentNullsDropped()
    : Defect("agent-nulls-dropped", "echo", "The nulls in an agent do not come back.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetAgent(members => members.Where(member => !member.Value.IsNull));
}
