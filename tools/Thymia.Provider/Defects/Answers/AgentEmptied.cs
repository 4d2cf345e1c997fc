using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentEmptied() : Defect("agent-emptied", "echo", "The agent comes back empty.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetJson("agent", "{}");
}
