using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class AgentTakesList()
    : LostValidation("agent-takes-list", "agent", FaultKind.Object, "A list is taken as agent.")
{
    protected override bool Takes(JsonValue value) => value.IsArray;
}
