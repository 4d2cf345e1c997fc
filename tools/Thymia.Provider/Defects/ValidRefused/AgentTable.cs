using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the agent and refused.</summary>
internal sealed class AgentTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "agent-without-id-refused",
            "agent",
            "An agent without an id is refused, though the schema asks for none."
        )
        {
            Refuses = request => !request.At("agent.id").IsPresent,
        },
        new RefusedInput("empty-agent-refused", "agent", "An agent without members is refused.")
        {
            Refuses = request => request.At("agent").Members().Count == 0,
        },
        new RefusedInput("nested-agent-refused", "agent", "An agent with objects in it is refused.")
        {
            Refuses = request => request.At("agent").Members().Any(member => member.Value.IsObject),
        },
    ];
}
