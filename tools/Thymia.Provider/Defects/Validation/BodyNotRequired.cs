using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class BodyNotRequired()
    : LostValidation("body-not-required", "", FaultKind.Missing, "A request without a body is taken.");
