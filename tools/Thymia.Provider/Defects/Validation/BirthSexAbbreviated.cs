using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexAbbreviated()
    : LostValidation(
        "birth-sex-abbreviated", "user.birthSex", FaultKind.Enumeration,
        "The beginning of a birth sex is taken for the whole, even of none.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.BirthSexes.Any(
            member => member.StartsWith(text, StringComparison.Ordinal));
}
