using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class AgentNotRequired()
    : LostValidation("agent-not-required", "agent", FaultKind.Missing, "A call without an agent is taken.");
