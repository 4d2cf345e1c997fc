using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentExtended()
    : Defect("agent-extended", "echo", "An agent comes back with a member that was not sent.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetAgent(members => members.Append(new JsonMember("version", JsonText.Of("1"))));
}
