namespace Thymia.Provider.Defects.Validation;

internal sealed class PhoneNumberTakesNull() : LostNullCheck("phone-number-takes-null", "phoneNumber");
