using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserLabelTakesBoolean()
    : LostValidation("user-label-takes-boolean", "user.userLabel", FaultKind.Text, "A boolean is taken as label.")
{
    protected override bool Takes(JsonValue value) => value.IsBoolean;
}
