using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NJsonSchema;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>What one schema says of a value itself, made ready to be judged: only the keywords it states cost
/// time.</summary>
internal sealed class SchemaRules
{
    private static readonly string[] Combiners = ["$ref", "allOf", "anyOf", "oneOf", "not"];

    private readonly List<(string Keyword, ValueRule Holds)> _rules = [];
    private readonly ConcurrentDictionary<string, (string Expected, string Source)> _told =
        new(StringComparer.Ordinal);
    private readonly (string Name, byte[] Utf8)[] _required;
    private readonly bool _readsText;
    private readonly HashSet<string>? _onlyNames;

    public SchemaRules(SchemaPart part)
    {
        Part = part;
        _required = [.. part.Required().Distinct().Select(name => (name, Encoding.UTF8.GetBytes(name)))];
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
            _rules.Add(("false", (in _) => false));
        }

        _readsText = _rules.Exists(r => r.Keyword is not "type");

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

    /// <summary>The branches of <c>anyOf</c> or <c>oneOf</c>, where no other schema has a say; else none.</summary>
    public ImmutableArray<SchemaRules> Choice { get; set; } = [];

    /// <summary>The other branch, where this schema is a choice between it and <c>null</c>.</summary>
    public JsonSchema? NonNull { get; set; }

    /// <summary>What each of an object's properties must honour that the schema names.</summary>
    public ImmutableArray<(string Name, byte[] Utf8, SchemaRules Rules)> Members { get; set; } = [];

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
        List<Fault>? faults = null;
        Judge(value, ref faults);
        return faults is null;
    }

    /// <summary>Adds what does not hold for the value itself; leaves null where all does.</summary>
    public void Judge(JsonElement json, ref List<Fault>? faults)
    {
        if (_rules.Count > 0)
        {
            var value = new JudgedValue(json, _readsText);
            foreach (var (keyword, holds) in _rules)
            {
                if (!holds(in value))
                {
                    (faults ??= []).Add(new Fault(this, keyword, json));
                }
            }
        }

        if (json.ValueKind == JsonValueKind.Object)
        {
            JudgeNames(json, ref faults);
        }
    }

    private void JudgeNames(JsonElement map, ref List<Fault>? faults)
    {
        foreach (var (name, utf8) in _required)
        {
            if (!map.TryGetProperty(utf8, out _))
            {
                (faults ??= []).Add(new Fault(this, "required", null).Within(name));
            }
        }

        if (_onlyNames is not null)
        {
            foreach (var (name, value) in JsonMembers.Of(map).Where(p => !_onlyNames.Contains(p.Key)))
            {
                (faults ??= []).Add(new Fault(this, "additionalProperties", value).Within(name));
            }
        }
    }

    private static ValueRule? Rule(string keyword, JsonElement value) => keyword switch
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
