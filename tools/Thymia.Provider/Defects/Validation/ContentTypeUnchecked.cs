namespace Thymia.Provider.Defects.Validation;

internal sealed class ContentTypeUnchecked()
    : Defect("content-type-unchecked", "invalid-rejected", "A body is read as JSON whatever it is declared to be.")
{
    public override bool IsJson(string? contentType, bool isJson) => true;
}
