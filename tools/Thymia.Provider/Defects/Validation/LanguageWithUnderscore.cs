using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageWithUnderscore()
    : LostValidation(
        "language-with-underscore", "language", FaultKind.Enumeration,
        "A language is taken with an underscore for its hyphen.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.Languages.Any(
            member => member.Equals(text.Replace('_', '-'), StringComparison.Ordinal));
}
