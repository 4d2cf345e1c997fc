using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesYearAndMonth()
    : LostValidation(
        "date-takes-year-and-month", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken without its day.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: 7 } text && FullDate.IsValid(text + "-01");
}
