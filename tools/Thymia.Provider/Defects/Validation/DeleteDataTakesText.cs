using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DeleteDataTakesText()
    : LostValidation(
        "delete-data-takes-text", "deleteData", FaultKind.Boolean,
        "The words true and false are taken as booleans.")
{
    protected override bool Takes(JsonValue value) => value.AsText() is "true" or "false";
}
