using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentOnlyId() : Defect("agent-only-id", "echo", "Of an agent only its id comes back.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetAgent(members => members.Where(member => member.Name == "id"));
}
