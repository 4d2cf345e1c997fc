using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;

namespace Thymia.Conformance.Schemas;

/// <summary>A keyword that does not hold, by our own rules.</summary>
/// <param name="rules">The schema that states it.</param>
/// <param name="name">The property at fault, where the keyword is about the names of an object.</param>
internal sealed class RuleError(SchemaRules rules, string keyword, string? name, JToken token)
    : ValidationError(ValidationErrorKind.Unknown, name, null, token, rules.Schema)
{
    public SchemaRules Rules => rules;

    public string Keyword => keyword;
}
