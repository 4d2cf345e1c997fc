using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserLabelTakesObject()
    : LostValidation("user-label-takes-object", "user.userLabel", FaultKind.Text, "An object is taken as label.")
{
    protected override bool Takes(JsonValue value) => value.IsObject;
}
