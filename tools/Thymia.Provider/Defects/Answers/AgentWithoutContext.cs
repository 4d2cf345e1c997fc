using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentWithoutContext()
    : Defect("agent-without-context", "echo", "The context of an agent does not come back.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetAgent(members => members.Where(member => member.Name != "context"));
}
