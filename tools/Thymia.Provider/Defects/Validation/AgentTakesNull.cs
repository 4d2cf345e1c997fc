namespace Thymia.Provider.Defects.Validation;

internal sealed class AgentTakesNull() : LostNullCheck("agent-takes-null", "agent");
