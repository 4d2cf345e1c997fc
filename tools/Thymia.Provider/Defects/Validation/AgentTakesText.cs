using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class AgentTakesText()
    : LostValidation("agent-takes-text", "agent", FaultKind.Object, "Text is taken as agent.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
