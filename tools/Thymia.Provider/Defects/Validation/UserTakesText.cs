using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserTakesText()
    : LostValidation("user-takes-text", "user", FaultKind.Object, "Text is taken as user.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
