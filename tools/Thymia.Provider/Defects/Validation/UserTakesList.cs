using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserTakesList()
    : LostValidation("user-takes-list", "user", FaultKind.Object, "A list is taken as user.")
{
    protected override bool Takes(JsonValue value) => value.IsArray;
}
