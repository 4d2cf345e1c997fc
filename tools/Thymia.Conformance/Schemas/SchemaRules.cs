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

    public SchemaRules(SchemaPart part)
    {
        Part = part;
        _required = [.. part.Required().Distinct()];
        Combines = Combiners.Any(part.Has);
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

    /// <summary>What the library knows it by, with the schemas that have a say in the same value.</summary>
    public JsonSchema Schema { get; } = new();

    /// <summary>Whether there are such schemas.</summary>
    public bool Combines { get; }

    /// <summary>The other branch, where this schema is a choice between it and <c>null</c>.</summary>
    public JsonSchema? NonNull { get; set; }

    /// <summary>What each of an object's properties must honour that the schema names.</summary>
    public IReadOnlyList<(string Name, SchemaRules Rules)> Members { get; set; } = [];

    /// <summary>What an object's other properties must honour; null where nothing.</summary>
    public SchemaRules? Others { get; set; }

    /// <summary>What an array's items must honour; null where nothing.</summary>
    public SchemaRules? Items { get; set; }

    /// <summary>What the keyword demands and what states it, in the words of a violation.</summary>
    public (string Expected, string Source) Told(string keyword) => _told.GetOrAdd(
        keyword, k => (Expectations.Of(Part, k), $"{SchemaNames.Of(Part.Pointer)}, {k}"));

    /// <summary>Whether all that the schema says of a value itself holds for this one.</summary>
    public bool Allows(JsonElement value)
    {
        List<ValidationError>? errors = null;
        Judge(TypeRules.Read(value), ref errors);
        return errors is null;
    }

    /// <summary>Adds what does not hold for the value itself; leaves null where all does.</summary>
    public void Judge(JToken token, ref List<ValidationError>? errors)
    {
        foreach (var (keyword, holds) in _rules)
        {
            if (!holds(token))
            {
                (errors ??= []).Add(new RuleError(this, keyword, null, token));
            }
        }

        if (token is JObject map)
        {
            JudgeNames(map, ref errors);
        }
    }

    private void JudgeNames(JObject map, ref List<ValidationError>? errors)
    {
        foreach (var name in _required)
        {
            if (!map.ContainsKey(name))
            {
                (errors ??= []).Add(new RuleError(this, "required", name, map));
            }
        }

        if (_onlyNames is not null)
        {
            foreach (var property in map.Properties().Where(p => !_onlyNames.Contains(p.Name)))
            {
                (errors ??= []).Add(new RuleError(this, "additionalProperties", property.Name, map));
            }
        }
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
