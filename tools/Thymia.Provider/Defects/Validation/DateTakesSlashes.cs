using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesSlashes()
    : LostValidation(
        "date-takes-slashes", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken with slashes.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && text.Contains('/', StringComparison.Ordinal)
        && FullDate.IsValid(text.Replace('/', '-'));
}
