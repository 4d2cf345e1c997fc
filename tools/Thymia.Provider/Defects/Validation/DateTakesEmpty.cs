using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesEmpty()
    : LostValidation("date-takes-empty", "user.dateOfBirth", FaultKind.Date, "Empty text is taken as date of birth.")
{
    protected override bool Takes(JsonValue value) => value.AsText() is { Length: 0 };
}
