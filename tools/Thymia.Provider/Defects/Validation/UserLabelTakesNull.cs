namespace Thymia.Provider.Defects.Validation;

internal sealed class UserLabelTakesNull() : LostNullCheck("user-label-takes-null", "user.userLabel");
