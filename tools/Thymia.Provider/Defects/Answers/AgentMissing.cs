using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentMissing() : Defect("agent-missing", "response-schema", "There is no agent.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.Remove("agent");
}
