namespace Thymia.Provider.Defects.Validation;

internal sealed class UserTakesNull() : LostNullCheck("user-takes-null", "user");
