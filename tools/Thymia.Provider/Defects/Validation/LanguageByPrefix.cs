using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageByPrefix()
    : LostValidation(
        "language-by-prefix", "language", FaultKind.Enumeration,
        "Whatever begins with a language is taken as one.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.Languages.Any(
            member => text.StartsWith(member, StringComparison.Ordinal));
}
