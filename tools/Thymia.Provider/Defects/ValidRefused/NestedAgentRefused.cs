using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class NestedAgentRefused()
    : RefusedInput("nested-agent-refused", "agent", "An agent with objects in it is refused.")
{
    protected override bool Refuses(CallRequest request) =>
        request.At("agent").Members().Any(member => member.Value.IsObject);
}
