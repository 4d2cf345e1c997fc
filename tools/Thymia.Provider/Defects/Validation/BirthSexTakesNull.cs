namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexTakesNull() : LostNullCheck("birth-sex-takes-null", "user.birthSex");
