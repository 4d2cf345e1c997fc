namespace Thymia.Provider.Defects.Validation;

internal sealed class DateOfBirthTakesNull() : LostNullCheck("date-of-birth-takes-null", "user.dateOfBirth");
