using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesAnyDay()
    : LostValidation(
        "date-takes-any-day", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken on any day from 1 to 31 of any month, such as 30 February.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: 10 } text && FullDate.IsValid(text[..5] + "01" + text[7..])
        && FullDate.IsValid(text[..8] + "01");
}
