using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageNotRequired()
    : LostValidation("language-not-required", "language", FaultKind.Missing, "A call without a language is taken.");
