using System.Collections.Concurrent;
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
    private static readonly ValidationError[] None = [];

    private readonly ConcurrentDictionary<JsonSchema, SchemaDemands> _demands = new();

    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        var demands = _demands.GetOrAdd(schema, static s => new SchemaDemands(s));
        var errors = demands.NeedsLibrary(token is JObject, token is JArray)
            ? (List<ValidationError>)base.Validate(token, schema, schemaType, propertyName, propertyPath)
            : null;
        if (errors is { Count: > 0 })
        {
            PutRight(errors, token, schema);
        }

        foreach (var kind in Judge(token, schema, demands))
        {
            (errors ??= []).Add(new ValidationError(kind, propertyName, propertyPath, token, schema));
        }

        return (ICollection<ValidationError>?)errors ?? None;
    }

    private static void PutRight(List<ValidationError> errors, JToken token, JsonSchema schema)
    {
        var items = errors.OfType<MultiTypeValidationError>().SelectMany(e => e.Errors.Values.First()).Where(IsAboutItem);
        errors.AddRange([.. items]);
        errors.RemoveAll(e => IsOurs(e, token) && ReferenceEquals(e.Schema, schema) && ReferenceEquals(e.Token, token));
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

    private static IEnumerable<Kind> Judge(JToken token, JsonSchema schema, SchemaDemands demands)
    {
        var more = token.Type switch
        {
            JTokenType.String when demands.OfText => TextRules.Judge((string)token!, schema),
            JTokenType.Integer or JTokenType.Float when demands.OfNumbers => NumberRules.Judge((JValue)token, schema),
            JTokenType.Array when demands.OfCounts => CollectionRules.Judge((JArray)token, schema),
            JTokenType.Object when demands.OfCounts => CollectionRules.Judge((JObject)token, schema),
            _ => [],
        };
        more = IsMember(token, demands.Members) ? more : more.Prepend(Kind.NotInEnumeration);
        return demands.Type == JsonObjectType.None || TypeRules.Allows(demands.Type, WideInteger.TypeOf(token))
            ? more
            : more.Prepend(Kind.NoTypeValidates);
    }

    private static bool IsMember(JToken token, object?[] members)
    {
        foreach (var member in members)
        {
            if (JsonEquality.Same(member, token))
            {
                return true;
            }
        }

        return members.Length == 0;
    }
}
