using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageEnumUnchecked()
    : LostValidation("language-enum-unchecked", "language", FaultKind.Enumeration, "Any text is taken as language.")
{
    protected override bool Takes(JsonValue value) => value.IsText;
}
