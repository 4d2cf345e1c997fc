using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// Judges a payload by our rules at each schema that governs a part of it, and leaves to NJsonSchema what several schemas
/// together say of the same value. The library's own rules compare enum members and array items as text, count UTF-16
/// units, ignore bounds of zero and find properties missing in what is no object; its walk through properties and items
/// wrote down a path for each value before anything was wrong with one, which took half of the time.
/// </summary>
internal sealed class StrictValidator(IReadOnlyDictionary<JsonSchema, SchemaRules> all)
    : JsonSchemaValidator(new JsonSchemaValidatorSettings { FormatValidators = [] })
{
    private static readonly ValidationError[] None = [];

    /// <summary>What does not hold, a value's own faults before those of what is in it; null where all does.</summary>
    public List<ValidationError>? Judge(JToken token, SchemaRules rules)
    {
        List<ValidationError>? errors = null;
        Judge(token, rules, ref errors);
        return errors;
    }

    /// <summary>The library asks this of each schema in a choice.</summary>
    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath) =>
        (ICollection<ValidationError>?)Judge(token, all[schema]) ?? None;

    private void Judge(JToken token, SchemaRules rules, ref List<ValidationError>? errors)
    {
        rules.Judge(token, ref errors);
        if (rules.Combines && base.Validate(token, rules.Schema, SchemaType.JsonSchema, null, "") is { Count: > 0 } chosen)
        {
            (errors ??= []).AddRange(chosen);
        }

        if (token is JObject map)
        {
            JudgeMembers(map, rules, ref errors);
        }
        else if (token is JArray list && rules.Items is { } items)
        {
            foreach (var item in list)
            {
                Judge(item, items, ref errors);
            }
        }
    }

    private void JudgeMembers(JObject map, SchemaRules rules, ref List<ValidationError>? errors)
    {
        foreach (var (name, member) in rules.Members)
        {
            if (map.TryGetValue(name, StringComparison.Ordinal, out var value))
            {
                Judge(value, member, ref errors);
            }
        }

        if (rules.Others is not { } others)
        {
            return;
        }

        foreach (var (name, value) in map)
        {
            if (!rules.Members.Any(m => m.Name == name))
            {
                Judge(value!, others, ref errors);
            }
        }
    }
}
