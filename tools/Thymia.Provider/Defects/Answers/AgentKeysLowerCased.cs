using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentKeysLowerCased()
    : Defect("agent-keys-lower-cased", "echo", "The names in an agent come back in lower case.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetAgent(members => members.Select(member => member with { Name = member.Name.ToLowerInvariant() }));
}
