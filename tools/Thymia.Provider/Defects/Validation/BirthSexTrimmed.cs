using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexTrimmed()
    : LostValidation(
        "birth-sex-trimmed", "user.birthSex", FaultKind.Enumeration,
        "A birth sex is taken with blanks around it.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.BirthSexes.Any(
            member => member.Equals(text.Trim(), StringComparison.Ordinal));
}
