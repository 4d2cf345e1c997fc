using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserLabelNotRequired()
    : LostValidation(
        "user-label-not-required", "user.userLabel", FaultKind.Missing,
        "A user without a label is taken.");
