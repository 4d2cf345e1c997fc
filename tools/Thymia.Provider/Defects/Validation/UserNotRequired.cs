using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserNotRequired()
    : LostValidation("user-not-required", "user", FaultKind.Missing, "A call without a user is taken.");
