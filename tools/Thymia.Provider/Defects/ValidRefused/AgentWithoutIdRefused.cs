using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class AgentWithoutIdRefused()
    : RefusedInput(
        "agent-without-id-refused", "agent",
        "An agent without an id is refused, though the schema asks for none.")
{
    protected override bool Refuses(CallRequest request) => !request.At("agent.id").IsPresent;
}
