using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateUnchecked()
    : LostValidation("date-unchecked", "user.dateOfBirth", FaultKind.Date, "Any text is taken as date of birth.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
