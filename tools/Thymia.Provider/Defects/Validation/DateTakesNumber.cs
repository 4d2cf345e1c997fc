using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesNumber()
    : LostValidation("date-takes-number", "user.dateOfBirth", FaultKind.Date, "A number is taken as date of birth.")
{
    protected override bool Takes(JsonValue value) => value.IsNumber;
}
