using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesBlanks()
    : LostValidation(
        "date-takes-blanks", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken with blanks around it.")
{
    protected override bool Takes(JsonValue value) => value.AsText() is { } text && FullDate.IsValid(text.Trim());
}
