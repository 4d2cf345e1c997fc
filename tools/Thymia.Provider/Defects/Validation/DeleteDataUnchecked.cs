using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DeleteDataUnchecked()
    : LostValidation("delete-data-unchecked", "deleteData", FaultKind.Boolean, "Anything is taken as a boolean.");
