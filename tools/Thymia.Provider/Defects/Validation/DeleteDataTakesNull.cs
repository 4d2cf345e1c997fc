namespace Thymia.Provider.Defects.Validation;

internal sealed class DeleteDataTakesNull() : LostNullCheck("delete-data-takes-null", "deleteData");
