using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class MetadataTakesList()
    : LostValidation("metadata-takes-list", "metadata", FaultKind.Object, "A list is taken as metadata.")
{
    protected override bool Takes(JsonValue value) => value.IsArray;
}
