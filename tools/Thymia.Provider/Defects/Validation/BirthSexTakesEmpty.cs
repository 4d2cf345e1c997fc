using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexTakesEmpty()
    : LostValidation(
        "birth-sex-takes-empty", "user.birthSex", FaultKind.Enumeration,
        "Empty text is taken as birth sex.")
{
    protected override bool Takes(JsonValue value) => value.AsText() is { Length: 0 };
}
