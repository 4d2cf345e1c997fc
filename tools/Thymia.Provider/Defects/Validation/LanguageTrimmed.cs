using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageTrimmed()
    : LostValidation(
        "language-trimmed", "language", FaultKind.Enumeration,
        "A language is taken with blanks around it.")
{
    protected override bool Takes(JsonValue value) =>
        value.AsText() is { } text && CallFields.Languages.Any(
            member => member.Equals(text.Trim(), StringComparison.Ordinal));
}
