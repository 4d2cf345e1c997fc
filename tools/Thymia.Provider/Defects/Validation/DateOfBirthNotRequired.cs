using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class DateOfBirthNotRequired()
    : LostValidation(
        "date-of-birth-not-required", "user.dateOfBirth", FaultKind.Missing,
        "A user without a date of birth is taken.");
