using System.Globalization;
using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using Newtonsoft.Json.Linq;
using Thymia.Conformance.Schemas.Json;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>
/// Judges a payload by our rules at each schema that governs a part of it, and leaves to NJsonSchema what several schemas
/// together say of the same value. The library's own rules compare enum members and array items as text, count UTF-16
/// units, ignore bounds of zero and find properties missing in what is no object; its walk through properties and items
/// writes down a path for each value before anything is wrong with one, which takes half of the time.
/// </summary>
internal sealed class StrictValidator(IReadOnlyDictionary<JsonSchema, SchemaRules> all)
    : JsonSchemaValidator(new JsonSchemaValidatorSettings { FormatValidators = [] })
{
    private static readonly ValidationError[] None = [];

    /// <summary>What does not hold, a value's own faults before those of what is in it; null where all does.</summary>
    public List<Fault>? Judge(JsonElement value, SchemaRules rules)
    {
        List<Fault>? faults = null;
        Judge(value, rules, ref faults);
        return faults;
    }

    /// <summary>The library asks this of each schema that has a say in the same value.</summary>
    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath) =>
        Judge(((Sealed)token).Value, all[schema]) is { } faults ? [.. faults] : None;

    private void Judge(JsonElement value, SchemaRules rules, ref List<Fault>? faults)
    {
        rules.Judge(value, ref faults);
        if (rules.Combines && !HoldsForOne(value, rules))
        {
            foreach (var error in base.Validate(new Sealed(value), rules.Schema, SchemaType.JsonSchema, null, ""))
            {
                (faults ??= []).AddRange(Told(error, rules, value));
            }
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            JudgeMembers(value, rules, ref faults);
        }
        else if (value.ValueKind == JsonValueKind.Array && rules.Items is { } items)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                JudgeWithin(item, items, null, index++, ref faults);
            }
        }
    }

    // A plain choice rightly made is by far the commonest, and needs no list of what is wrong with the other branches.
    private bool HoldsForOne(JsonElement value, SchemaRules rules)
    {
        var holding = 0;
        foreach (var branch in rules.Choice)
        {
            holding += Judge(value, branch) is null ? 1 : 0;
        }

        return holding == 1 || (holding > 1 && rules.Part.Has("anyOf"));
    }

    private void JudgeMembers(JsonElement map, SchemaRules rules, ref List<Fault>? faults)
    {
        foreach (var (name, utf8, member) in rules.Members)
        {
            if (map.TryGetProperty(utf8, out var value))
            {
                JudgeWithin(value, member, name, 0, ref faults);
            }
        }

        if (rules.Others is not { } others)
        {
            return;
        }

        foreach (var (name, value) in JsonMembers.Of(map))
        {
            if (!rules.Members.Any(m => m.Name == name))
            {
                JudgeWithin(value, others, name, 0, ref faults);
            }
        }
    }

    // The way to a value is worth writing down only where something is wrong with it.
    private void JudgeWithin(JsonElement value, SchemaRules rules, string? name, int index, ref List<Fault>? faults)
    {
        var before = faults?.Count ?? 0;
        Judge(value, rules, ref faults);
        for (var i = before; i < faults?.Count; i++)
        {
            faults[i].Within(name ?? index.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<Fault> Told(ValidationError error, SchemaRules rules, JsonElement value) => error switch
    {
        Fault fault => [fault],
        ChildSchemaValidationError { Kind: Kind.NotAnyOf } choice => OfChoice(choice, "anyOf", rules, value),
        ChildSchemaValidationError { Kind: Kind.NotOneOf } choice => OfChoice(choice, "oneOf", rules, value),
        ChildSchemaValidationError children =>
            children.Errors.Values.SelectMany(e => e).SelectMany(e => Told(e, rules, value)),
        _ => [new Fault(rules, "not", value)],
    };

    // "This or null" reads as this: what is wrong with it is worth more than that neither holds.
    private static IEnumerable<Fault> OfChoice(
        ChildSchemaValidationError choice, string keyword, SchemaRules rules, JsonElement value) =>
        rules.NonNull is { } other && choice.Errors.TryGetValue(other, out var errors) && errors.Count > 0
            ? errors.Cast<Fault>()
            : [new Fault(rules, keyword, value)];

    /// <summary>A value as the library passes it on: it looks at no value itself.</summary>
    private sealed class Sealed(JsonElement value) : JValue("")
    {
        public new JsonElement Value => value;
    }
}
