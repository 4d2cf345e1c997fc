using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class AgentTakesNumber()
    : LostValidation("agent-takes-number", "agent", FaultKind.Object, "A number is taken as agent.")
{
    protected override bool Takes(JsonValue value) => value.IsNumber;
}
