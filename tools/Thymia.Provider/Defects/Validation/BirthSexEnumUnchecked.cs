using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexEnumUnchecked()
    : LostValidation(
        "birth-sex-enum-unchecked", "user.birthSex", FaultKind.Enumeration,
        "Any text is taken as birth sex.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
