using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexAnyCase()
    : LostValidation(
        "birth-sex-any-case", "user.birthSex", FaultKind.Enumeration,
        "A birth sex is taken in any case.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.BirthSexes.Any(
            member => member.Equals(text, StringComparison.OrdinalIgnoreCase));
}
