using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DeleteDataTakesNumber()
    : LostValidation("delete-data-takes-number", "deleteData", FaultKind.Boolean, "Numbers are taken as booleans.")
{
    protected override bool Takes(JsonValue value) => value.IsNumber;
}
