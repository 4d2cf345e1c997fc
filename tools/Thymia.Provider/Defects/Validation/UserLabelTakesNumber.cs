using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserLabelTakesNumber()
    : LostValidation("user-label-takes-number", "user.userLabel", FaultKind.Text, "A number is taken as label.")
{
    protected override bool Takes(JsonValue value) => value.IsNumber;
}
