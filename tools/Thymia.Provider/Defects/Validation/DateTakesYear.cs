using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesYear()
    : LostValidation("date-takes-year", "user.dateOfBirth", FaultKind.Date, "A year is taken as date of birth.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: 4 } text && FullDate.IsValid(text + "-01-01");
}
