using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the agent that are not enforced.</summary>
internal sealed class AgentTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation("agent-not-required", "agent", FaultKind.Missing, "A call without an agent is taken."),
        new LostValidation("agent-takes-list", "agent", FaultKind.Object, "A list is taken as agent.")
        {
            Takes = value => value.IsArray,
        },
        new LostNullCheck("agent-takes-null", "agent"),
        new LostValidation("agent-takes-number", "agent", FaultKind.Object, "A number is taken as agent.")
        {
            Takes = value => value.IsNumber,
        },
        new LostValidation("agent-takes-text", "agent", FaultKind.Object, "Text is taken as agent.")
        {
            Takes = value => value.IsText,
        },
    ];
}
