using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class RootTakesList()
    : LostValidation("root-takes-list", "", FaultKind.Object, "A list is taken as body.")
{
    protected override bool Takes(JsonValue value) => value.IsArray;
}
