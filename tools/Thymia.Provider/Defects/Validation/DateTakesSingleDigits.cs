using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesSingleDigits()
    : LostValidation(
        "date-takes-single-digits", "user.dateOfBirth", FaultKind.Date,
        "Month and day of a date of birth are taken without leading zeros.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text
        && FullDate.IsValid(string.Join('-', text.Split('-').Select(part => part.PadLeft(2, '0'))));
}
