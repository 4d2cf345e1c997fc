using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesAnyMonth()
    : LostValidation(
        "date-takes-any-month", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken in any month up to 99.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: 10 } text && FullDate.IsValid(text[..5] + "01" + text[7..]);
}
