using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesDateTime()
    : LostValidation(
        "date-takes-date-time", "user.dateOfBirth", FaultKind.Date,
        "A date-time is taken as date of birth.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: > 11 } text && text[10] is 'T' or 't' && FullDate.IsValid(text.AsSpan(0, 10));
}
