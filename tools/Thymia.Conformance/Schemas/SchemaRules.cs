using System.Collections.Concurrent;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Thymia.Conformance.Schemas;

/// <summary>What one schema says of a value itself, made ready to be judged: only the keywords it states cost
/// time.</summary>
internal sealed class SchemaRules
{
    private static readonly string[] Combiners = ["$ref", "allOf", "anyOf", "oneOf", "not"];

    private readonly List<(string Keyword, Func<JToken, bool> Holds)> _rules = [];
    private readonly ConcurrentDictionary<string, (string Expected, string Source)> _told =
        new(StringComparer.Ordinal);
    private readonly string[] _required;
    private readonly HashSet<string>? _onlyNames;
    private readonly bool _combines;
    private readonly bool _looksIntoObjects;
    private readonly bool _looksIntoArrays;

    public SchemaRules(SchemaPart part)
    {
        Part = part;
        _required = [.. part.Required().Distinct()];
        _combines = Combiners.Any(part.Has);
        _looksIntoObjects = part.Has("properties") || part.Says("additionalProperties", JsonValueKind.Object);
        _looksIntoArrays = part.Has("items");
        foreach (var property in part.Stated())
        {
            if (Rule(property.Name, property.Value) is { } holds)
            {
                _rules.Add((property.Name, holds));
            }
        }

        if (part.IsFalse)
        {
            _rules.Add(("false", _ => false));
        }

        if (part.Says("additionalProperties", JsonValueKind.False))
        {
            _onlyNames = part.Has("properties")
                ? [.. part.Json.GetProperty("properties").EnumerateObject().Select(p => p.Name)]
                : [];
        }
    }

    /// <summary>The schema as written.</summary>
    public SchemaPart Part { get; }

    /// <summary>The other branch, where this schema is a choice between it and <c>null</c>.</summary>
    public JsonSchema? NonNull { get; set; }

    /// <summary>Whether other schemas have a say in such a value, or in what is in it.</summary>
    public bool LeadsOn(JToken token) =>
        _combines || (_looksIntoObjects && token is JObject) || (_looksIntoArrays && token is JArray);

    /// <summary>What the keyword demands and what states it, in the words of a violation.</summary>
    public (string Expected, string Source) Told(string keyword) => _told.GetOrAdd(
        keyword, k => (Expectations.Of(Part, k), $"{SchemaNames.Of(Part.Pointer)}, {k}"));

    /// <summary>Whether all that the schema says of a value itself holds for this one.</summary>
    public bool Allows(JsonElement value) => Judge(TypeRules.Read(value), new JsonSchema()) is null;

    /// <summary>What does not hold for the token; null where all does.</summary>
    public List<ValidationError>? Judge(JToken token, JsonSchema schema)
    {
        List<ValidationError>? errors = null;
        foreach (var (keyword, holds) in _rules)
        {
            if (!holds(token))
            {
                (errors ??= []).Add(new RuleError(this, keyword, null, token, schema));
            }
        }

        return token is JObject map ? JudgeNames(map, schema, errors) : errors;
    }

    private List<ValidationError>? JudgeNames(JObject map, JsonSchema schema, List<ValidationError>? errors)
    {
        foreach (var name in _required)
        {
            if (!map.ContainsKey(name))
            {
                (errors ??= []).Add(new RuleError(this, "required", name, map, schema));
            }
        }

        if (_onlyNames is not null)
        {
            foreach (var property in map.Properties().Where(p => !_onlyNames.Contains(p.Name)))
            {
                (errors ??= []).Add(new RuleError(this, "additionalProperties", property.Name, map, schema));
            }
        }

        return errors;
    }

    private static Func<JToken, bool>? Rule(string keyword, JsonElement value) => keyword switch
    {
        "type" => TypeRules.Type(value),
        "enum" or "const" => TypeRules.Members(keyword, value),
        "minLength" or "maxLength" or "pattern" or "format" => TextRules.Rule(keyword, value),
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" =>
            NumberRules.Rule(keyword, value),
        "minItems" or "maxItems" or "uniqueItems" or "minProperties" or "maxProperties" =>
            CollectionRules.Rule(keyword, value),
        _ => null,
    };
}
