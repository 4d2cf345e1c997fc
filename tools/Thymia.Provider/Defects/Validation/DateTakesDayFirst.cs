using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesDayFirst()
    : LostValidation(
        "date-takes-day-first", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken with its day first.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: 10 } text && FullDate.IsValid(text[6..] + text[2..6] + text[..2]);
}
