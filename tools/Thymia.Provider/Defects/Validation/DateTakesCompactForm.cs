using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateTakesCompactForm()
    : LostValidation(
        "date-takes-compact-form", "user.dateOfBirth", FaultKind.Date,
        "A date of birth is taken without its hyphens.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { Length: 8 } text && FullDate.IsValid(text.Insert(6, "-").Insert(4, "-"));
}
