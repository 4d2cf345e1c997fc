using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Thymia.Conformance.Spec;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

namespace Thymia.Conformance.Schemas;

/// <summary>Translates the engine's errors into violations: a flat list, each with location and keyword.</summary>
internal sealed class Violations(IReadOnlyDictionary<JsonSchema, SchemaRules> rules)
{
    public IReadOnlyList<Violation> Of(IEnumerable<ValidationError> errors) =>
        [.. errors.SelectMany(Flatten).DistinctBy(v => (v.Pointer, v.Keyword))];

    private IEnumerable<Violation> Flatten(ValidationError error) => error switch
    {
        RuleError broken => [Single(broken)],
        ChildSchemaValidationError { Kind: Kind.NotAnyOf } choice => OfChoice(choice, "anyOf"),
        ChildSchemaValidationError { Kind: Kind.NotOneOf } choice => OfChoice(choice, "oneOf"),
        ChildSchemaValidationError children => children.Errors.Values.SelectMany(e => e).SelectMany(Flatten),
        _ => [Single(error, "not")],
    };

    // "This or null" reads as this: what is wrong with it is worth more than that neither holds.
    private IEnumerable<Violation> OfChoice(ChildSchemaValidationError choice, string keyword) =>
        rules[choice.Schema].NonNull is { } other
            && choice.Errors.TryGetValue(other, out var errors) && errors.Count > 0
            ? errors.SelectMany(Flatten)
            : [Single(choice, keyword)];

    private Violation Single(ValidationError error, string keyword) =>
        Make(rules[error.Schema], keyword, PointerOf(error.Token!), error.Token!);

    private static Violation Single(RuleError error)
    {
        var pointer = PointerOf(error.Token!);
        var at = error.Property is { } name ? JsonPointer.Append(pointer, name) : pointer;
        return Make(error.Rules, error.Keyword, at, error.Property is { } own ? error.Token![own] : error.Token);
    }

    private static Violation Make(SchemaRules rules, string keyword, string pointer, JToken? found)
    {
        var (expected, source) = rules.Told(keyword);
        return new Violation(
            pointer, keyword, found is null ? "nothing" : Shorten(found.ToString(Formatting.None)), expected, source);
    }

    /// <summary>The token's place, from its own ancestors: the library's path cannot tell a dot in a name from a
    /// step.</summary>
    private static string PointerOf(JToken token)
    {
        var pointer = "";
        for (var at = token; at.Parent is { } parent; at = parent)
        {
            pointer = parent switch
            {
                JProperty named => JsonPointer.Append("", named.Name) + pointer,
                JArray array => $"/{array.IndexOf(at)}" + pointer,
                _ => pointer,
            };
        }

        return pointer;
    }

    private static string Shorten(string json) => json.Length <= 60 ? json : string.Concat(json.AsSpan(0, 57), "...");
}
