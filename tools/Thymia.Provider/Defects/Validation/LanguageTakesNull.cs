namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageTakesNull() : LostNullCheck("language-takes-null", "language");
