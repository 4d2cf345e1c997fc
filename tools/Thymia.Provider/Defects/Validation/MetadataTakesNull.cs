namespace Thymia.Provider.Defects.Validation;

internal sealed class MetadataTakesNull() : LostNullCheck("metadata-takes-null", "metadata");
