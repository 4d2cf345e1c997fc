using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class EmptyAgentRefused()
    : RefusedInput("empty-agent-refused", "agent", "An agent without members is refused.")
{
    protected override bool Refuses(CallRequest request) => request.At("agent").Members().Count == 0;
}
