using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexByPrefix()
    : LostValidation(
        "birth-sex-by-prefix", "user.birthSex", FaultKind.Enumeration,
        "Whatever begins with a birth sex is taken as one.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.BirthSexes.Any(
            member => text.StartsWith(member, StringComparison.Ordinal));
}
