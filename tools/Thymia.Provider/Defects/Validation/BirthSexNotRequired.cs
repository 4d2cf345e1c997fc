using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BirthSexNotRequired()
    : LostValidation(
        "birth-sex-not-required", "user.birthSex", FaultKind.Missing,
        "A user without a birth sex is taken.");
