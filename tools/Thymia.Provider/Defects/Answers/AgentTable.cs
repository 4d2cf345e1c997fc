using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the agent in a 200.</summary>
internal sealed class AgentTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("agent-as-text", "response-schema", "The agent comes back as JSON in a string.")
        {
            Accepts = (_, answer) => answer.SetText("agent", answer.Text("agent")),
        },
        new OneStep("agent-emptied", "echo", "The agent comes back empty.")
        {
            Accepts = (_, answer) => answer.SetJson("agent", "{}"),
        },
        new OneStep("agent-extended", "echo", "An agent comes back with a member that was not sent.")
        {
            Accepts = (_, answer) =>
                answer.SetAgent(members => members.Append(new JsonMember("version", JsonText.Of("1")))),
        },
        new OneStep("agent-keys-lower-cased", "echo", "The names in an agent come back in lower case.")
        {
            Accepts = (_, answer) =>
                answer.SetAgent(members =>
                    members.Select(member => member with { Name = member.Name.ToLowerInvariant() })
                ),
        },
        new OneStep("agent-missing", "response-schema", "There is no agent.")
        {
            Accepts = (_, answer) => answer.Remove("agent"),
        },
        new OneStep("agent-nulls-dropped", "echo", "The nulls in an agent do not come back.")
        {
            Accepts = (_, answer) => answer.SetAgent(members => members.Where(member => !member.Value.IsNull)),
        },
        new OneStep("agent-only-id", "echo", "Of an agent only its id comes back.")
        {
            Accepts = (_, answer) => answer.SetAgent(members => members.Where(member => member.Name == "id")),
        },
        new OneStep("agent-without-context", "echo", "The context of an agent does not come back.")
        {
            Accepts = (_, answer) => answer.SetAgent(members => members.Where(member => member.Name != "context")),
        },
    ];
}
