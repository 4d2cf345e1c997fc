using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class LanguageTakesList()
    : LostValidation("language-takes-list", "language", FaultKind.Enumeration, "A list is taken as language.")
{
    protected override bool Takes(JsonValue value) => value.IsArray;
}
