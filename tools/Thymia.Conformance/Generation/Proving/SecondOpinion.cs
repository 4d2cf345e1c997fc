using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Proving;

/// <summary>
/// Asks NJsonSchema whether the body of a case is valid: of every enumerated case, and of one random case in ten. Where
/// it can judge and disagrees with our engine, and what it is known to get wrong does not explain that, one of the two
/// is mistaken, and nobody knows which.
/// </summary>
public sealed class SecondOpinion(ApiDescription description, SchemaLibrary library)
{
    private const ulong RandomShare = 10;

    // It passes over what it does not know, reads a discriminator in its own way, and knows one direction.
    private static readonly HashSet<string> NotJudged = new(StringComparer.Ordinal)
    {
        "$anchor",
        "$dynamicAnchor",
        "$dynamicRef",
        "$id",
        "const",
        "contains",
        "dependentRequired",
        "dependentSchemas",
        "discriminator",
        "else",
        "if",
        "maxContains",
        "minContains",
        "patternProperties",
        "prefixItems",
        "propertyNames",
        "readOnly",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
        "writeOnly",
    };

    private readonly ConcurrentDictionary<string, JsonSchema?> _schemas = new(StringComparer.Ordinal);

    /// <summary>
    /// Why the case is not to be sent, as a clause with both answers; null where nothing is against it.
    /// </summary>
    public string? Disagreement(TestCase testCase) =>
        testCase.Operation.Body?.SchemaPointer is { } pointer
        && testCase.Request.Body is { } bytes
        && (!testCase.IsRandom || testCase.Seed.Value % RandomShare == 0)
        && _schemas.GetOrAdd(pointer, Read) is { } schema
            ? Between(library.At(pointer), schema, bytes)
            : null;

    private static string? Between(PayloadSchema ours, JsonSchema theirs, ReadOnlyMemory<byte> bytes)
    {
        var found = ours.CheckPlaces(bytes);
        if (found.Any(f => f.Keyword == "json"))
        {
            return null;
        }

        var body = Encoding.UTF8.GetString(bytes.Span);
        var errors = Errors(theirs, body);
        return errors is null || errors.Count == 0 == (found.Count == 0) || IsExplained(found, errors, body)
            ? null
            : "not tested: the engines disagree: ours finds "
                + Shown(found.Select(f => $"'{f.Keyword}' broken at '{f.Pointer}'"))
                + ", NJsonSchema "
                + Shown(errors.Select(e => $"{e.Kind} at '{e.Path}'"));
    }

    private static bool IsExplained(
        IReadOnlyList<(string Pointer, string Keyword)> found,
        List<ValidationError> errors,
        string body
    ) =>
        errors.Count == 0
            ? found.All(f =>
                f.Keyword is "oneOf" or "anyOf" or "not" || KnownWrong.All.Any(k => k.ExplainsTaking(f.Keyword, body))
            )
            : errors.All(e => IsExplained(e, body));

    // A choice is refused wrongly where a branch is.
    private static bool IsExplained(ValidationError error, string body) =>
        error is ChildSchemaValidationError choice
            ? choice.Errors.Values.Any(branch => branch.SelectMany(Single).Any(e => IsExplained(e, body)))
                || error.Kind is ValidationErrorKind.NotOneOf
            : KnownWrong.All.Any(k => k.ExplainsRefusing(error.Kind, body));

    // What is wrong with several schemas that must all hold is what is wrong with each.
    private static IEnumerable<ValidationError> Single(ValidationError error) =>
        error is ChildSchemaValidationError all
        && error.Kind
            is not (ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf or ValidationErrorKind.NoTypeValidates)
            ? all.Errors.Values.SelectMany(e => e).SelectMany(Single)
            : [error];

    private static List<ValidationError>? Errors(JsonSchema schema, string body)
    {
        try
        {
            return [.. schema.Validate(body).SelectMany(Single)];
        }
        catch (Exception e) when (IsBeyondIt(e))
        {
            return null;
        }
    }

    private JsonSchema? Read(string pointer)
    {
        if (!library.At(pointer).Keywords.Any(NotJudged.Contains))
        {
            try
            {
                return JsonSchema.FromJsonAsync(WithDefinitions(pointer)).GetAwaiter().GetResult();
            }
            catch (Exception e) when (IsBeyondIt(e))
            {
                return null;
            }
        }

        return null;
    }

    // It looks for named schemas in "definitions"; no sibling may stand beside a reference.
    private string WithDefinitions(string pointer)
    {
        var schema = new JsonObject
        {
            ["allOf"] = new JsonArray(
                JsonNode.Parse(JsonPointer.Find(description.Document, pointer)!.Value.GetRawText())
            ),
        };
        if (JsonPointer.Find(description.Document, "/components/schemas") is { ValueKind: JsonValueKind.Object } named)
        {
            schema["definitions"] = JsonObject.Create(named);
        }

        return schema.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }

    private static bool IsBeyondIt(Exception e) =>
        e
            is ArgumentException
                or InvalidOperationException
                or FormatException
                or OverflowException
                or NotSupportedException
                or Newtonsoft.Json.JsonException
                or System.Text.Json.JsonException
                or NullReferenceException
                or InvalidCastException
                or KeyNotFoundException;

    private static string Shown(IEnumerable<string> found) =>
        found.Distinct().Take(3).ToList() is { Count: > 0 } some ? string.Join(" and ", some) : "nothing wrong";
}
