using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>Translates the engine's errors into violations: a flat list, each with location and keyword.</summary>
internal static class Violations
{
    public static IReadOnlyList<Violation> Of(IEnumerable<ValidationError> errors) =>
        [.. errors.SelectMany(Flatten).DistinctBy(v => (v.Pointer, v.Keyword))];

    private static IEnumerable<Violation> Flatten(ValidationError error) => error switch
    {
        ChildSchemaValidationError { Kind: Kind.NotAnyOf or Kind.NotOneOf } choice => OfChoice(choice),
        ChildSchemaValidationError children => children.Errors.Values.SelectMany(e => e).SelectMany(Flatten),
        _ => [Single(error)],
    };

    // "This or null" reads as this: what is wrong with it is worth more than that neither holds.
    private static IEnumerable<Violation> OfChoice(ChildSchemaValidationError choice)
    {
        var branches = choice.Errors.Where(e => e.Key.ActualSchema.Type != JsonObjectType.Null).ToList();
        return choice.Errors.Count == 2 && branches.Count == 1
            ? branches[0].Value.SelectMany(Flatten)
            : [Single(choice)];
    }

    private static Violation Single(ValidationError error)
    {
        var keyword = KeywordOf(error);
        var pointer = PointerOf(error.Token!);
        if (error.Kind == Kind.PropertyRequired)
        {
            pointer = JsonPointer.Append(pointer, error.Property!);
        }

        var source = error.Schema.ExtensionData?.TryGetValue(EngineDocument.PointerMark, out var mark) == true
            ? SchemaNames.Of((string)mark!)
            : "schema";
        var found = keyword == "required" ? "nothing" : Shorten(error.Token!.ToString(Newtonsoft.Json.Formatting.None));
        return new Violation(pointer, keyword, found, Expectations.Of(error.Schema, keyword), $"{source}, {keyword}");
    }

    /// <summary>The token's place, from its own ancestors: the library's path cannot tell a dot in a name from a step.</summary>
    private static string PointerOf(JToken token)
    {
        var pointer = "";
        for (var at = token is JProperty p ? p.Value : token; at.Parent is { } parent; at = parent)
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

    private static string KeywordOf(ValidationError error) => error.Kind switch
    {
        Kind.NumberTooSmall when error.Schema.Minimum is null => "exclusiveMinimum",
        Kind.NumberTooBig when error.Schema.Maximum is null => "exclusiveMaximum",
        Kind.PropertyRequired => "required",
        Kind.NoTypeValidates => "type",
        Kind.NotInEnumeration => "enum",
        Kind.StringTooShort => "minLength",
        Kind.StringTooLong => "maxLength",
        Kind.PatternMismatch => "pattern",
        Kind.DateTimeExpected => "format",
        Kind.NumberTooSmall => "minimum",
        Kind.NumberTooBig => "maximum",
        Kind.NumberNotMultipleOf => "multipleOf",
        Kind.TooFewItems => "minItems",
        Kind.TooManyItems => "maxItems",
        Kind.ItemsNotUnique => "uniqueItems",
        Kind.TooFewProperties => "minProperties",
        Kind.TooManyProperties => "maxProperties",
        Kind.NoAdditionalPropertiesAllowed => "additionalProperties",
        Kind.NotAnyOf => "anyOf",
        Kind.NotOneOf => "oneOf",
        Kind.ExcludedSchemaValidates => "not",
        _ => error.Kind.ToString(),
    };
}
