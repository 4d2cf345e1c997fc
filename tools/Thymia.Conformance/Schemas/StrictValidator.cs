using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// Puts right what NJsonSchema judges loosely at each schema it visits: it compares enum members and array items as
/// text, counts UTF-16 units, ignores bounds of zero, finds properties missing in what is no object, and has formats of its own.
/// </summary>
internal sealed class StrictValidator() : JsonSchemaValidator(new JsonSchemaValidatorSettings { FormatValidators = [] })
{
    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        var errors = (List<ValidationError>)base.Validate(token, schema, schemaType, propertyName, propertyPath);
        if (errors.Count > 0)
        {
            var items = errors.OfType<MultiTypeValidationError>().SelectMany(e => e.Errors.Values.First()).Where(IsAboutItem);
            errors.AddRange([.. items]);
            errors.RemoveAll(e => IsOurs(e, token) && ReferenceEquals(e.Schema, schema) && ReferenceEquals(e.Token, token));
        }

        foreach (var kind in Judge(token, schema))
        {
            errors.Add(new ValidationError(kind, propertyName, propertyPath, token, schema));
        }

        return errors;
    }

    // What is judged below, so that the library's own answer on it is dropped; properties missing in a non-object too.
    private static bool IsOurs(ValidationError error, JToken token) =>
        (error.Kind == Kind.PropertyRequired && token is not JObject) || IsOurs(error.Kind);

    private static bool IsOurs(Kind kind) => kind is Kind.StringExpected or Kind.NumberExpected or Kind.IntegerExpected
        or Kind.BooleanExpected or Kind.ObjectExpected or Kind.ArrayExpected or Kind.NullExpected or Kind.NoTypeValidates
        or Kind.NotInEnumeration or Kind.StringTooShort or Kind.StringTooLong or Kind.PatternMismatch
        or Kind.TooManyItems or Kind.TooManyProperties or Kind.ItemsNotUnique or Kind.NumberTooBig or Kind.NumberTooSmall
        or Kind.NumberNotMultipleOf or Kind.TooFewItems;

    // Where several types are allowed, the library hides what is wrong with an array's items behind the types.
    private static bool IsAboutItem(ValidationError error) => error.Kind is Kind.ArrayItemNotValid;

    private static IEnumerable<Kind> Judge(JToken token, JsonSchema schema)
    {
        if (schema.Type != JsonObjectType.None && !TypeRules.Allows(schema.Type, WideInteger.TypeOf(token)))
        {
            yield return Kind.NoTypeValidates;
        }

        if (schema.Enumeration.Count > 0 && !schema.Enumeration.Any(v => JsonEquality.Same(v, token)))
        {
            yield return Kind.NotInEnumeration;
        }

        var more = token.Type switch
        {
            JTokenType.String => TextRules.Judge((string)token!, schema),
            JTokenType.Integer or JTokenType.Float => NumberRules.Judge((JValue)token, schema),
            JTokenType.Array => CollectionRules.Judge((JArray)token, schema),
            JTokenType.Object => CollectionRules.Judge((JObject)token, schema),
            _ => [],
        };
        foreach (var kind in more)
        {
            yield return kind;
        }
    }
}
