using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class MetadataTakesText()
    : LostValidation("metadata-takes-text", "metadata", FaultKind.Object, "Text is taken as metadata.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
