using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageAnyCase()
    : LostValidation("language-any-case", "language", FaultKind.Enumeration, "A language is taken in any case.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.Languages.Any(
            member => member.Equals(text, StringComparison.OrdinalIgnoreCase));
}
