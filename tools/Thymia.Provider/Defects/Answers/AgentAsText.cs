using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class AgentAsText()
    : Defect("agent-as-text", "response-schema", "The agent comes back as JSON in a string.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("agent", answer.Text("agent"));
}
