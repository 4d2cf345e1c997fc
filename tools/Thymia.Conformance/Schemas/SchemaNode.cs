using System.Collections.Concurrent;
using System.Text.Json;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// A schema as it governs one location: references followed, <c>allOf</c> merged, and <c>anyOf</c> or <c>oneOf</c> of one
/// schema and <c>null</c> read as that schema made nullable. Children are built when asked for, so cycles are no matter.
/// </summary>
public sealed class SchemaNode
{
    private readonly IReadOnlyList<SchemaPart> _parts;
    private readonly SchemaReader _reader;
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, SchemaNode>>> _properties;
    private readonly Lazy<IReadOnlyList<SchemaNode>> _oneOf;
    private readonly Lazy<IReadOnlyList<SchemaNode>> _anyOf;
    private readonly ConcurrentDictionary<(string Keyword, int Branch), SchemaNode> _chosen = new();
    private readonly Lazy<SchemaNode?> _items;
    private readonly Lazy<SchemaNode?> _additional;

    internal SchemaNode(SchemaReader reader, string pointer, IReadOnlyList<SchemaPart> parts, bool nullable)
    {
        _reader = reader;
        _parts = parts;
        Pointer = pointer;
        Types = SchemaTypes.Of(parts, nullable);
        Enum = Values("enum").Select(e => (IReadOnlyList<JsonElement>)[.. e.EnumerateArray()])
            .Concat(Values("const").Select(c => (IReadOnlyList<JsonElement>)[c])).MinBy(e => e.Count);
        Required = [.. Values("required").SelectMany(r => r.EnumerateArray()).Select(r => r.GetString()!).Distinct()];
        Format = Text("format");
        Pattern = Text("pattern");
        Description = Text("description");
        MinLength = Largest("minLength");
        MaxLength = Smallest("maxLength");
        MinItems = Largest("minItems");
        MaxItems = Smallest("maxItems");
        MinProperties = Largest("minProperties");
        MaxProperties = Smallest("maxProperties");
        UniqueItems = Values("uniqueItems").Any(v => v.ValueKind == JsonValueKind.True);
        Minimum = Numbers("minimum").Max();
        Maximum = Numbers("maximum").Min();
        ExclusiveMinimum = Numbers("exclusiveMinimum").Max();
        ExclusiveMaximum = Numbers("exclusiveMaximum").Min();
        MultipleOf = Numbers("multipleOf").FirstOrDefault();
        AllowsAdditional = !Values("additionalProperties").Any(v => v.ValueKind == JsonValueKind.False);
        _properties = new(ReadProperties);
        _oneOf = new(() => Branches("oneOf"));
        _anyOf = new(() => Branches("anyOf"));
        _items = new(() => Merge("items"));
        _additional = new(() => Merge("additionalProperties"));
    }

    /// <summary>JSON Pointer of the schema as referred to, in the normalised description.</summary>
    public string Pointer { get; }

    /// <summary>The allowed types; all of them where the schema names none.</summary>
    public JsonTypes Types { get; }

    /// <summary>The allowed values, a <c>const</c> being a list of one; null where any will do.</summary>
    public IReadOnlyList<JsonElement>? Enum { get; }

    public IReadOnlyList<string> Required { get; }

    public string? Format { get; }

    public string? Pattern { get; }

    public string? Description { get; }

    /// <summary>Unicode code points.</summary>
    public int? MinLength { get; }

    /// <summary>Unicode code points.</summary>
    public int? MaxLength { get; }

    public int? MinItems { get; }

    public int? MaxItems { get; }

    public int? MinProperties { get; }

    public int? MaxProperties { get; }

    public bool UniqueItems { get; }

    public decimal? Minimum { get; }

    public decimal? Maximum { get; }

    public decimal? ExclusiveMinimum { get; }

    public decimal? ExclusiveMaximum { get; }

    public decimal? MultipleOf { get; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> Properties => _properties.Value;

    public SchemaNode? Items => _items.Value;

    /// <summary>What properties beyond the named ones must be; null where the schema does not say or allows none.</summary>
    public SchemaNode? AdditionalProperties => _additional.Value;

    /// <summary>False where no property beyond the named ones is allowed.</summary>
    public bool AllowsAdditional { get; }

    public IReadOnlyList<SchemaNode> OneOf => _oneOf.Value;

    public IReadOnlyList<SchemaNode> AnyOf => _anyOf.Value;

    public SchemaNode? Not => Merge("not");

    public JsonElement? Default => First("default");

    /// <summary>Documented examples of a value here.</summary>
    public IReadOnlyList<JsonElement> Examples =>
        [.. Values("examples").SelectMany(e => e.EnumerateArray()), .. Values("example")];

    /// <summary>This schema with one branch of <c>oneOf</c> or <c>anyOf</c> chosen: both together as one.</summary>
    public SchemaNode Choose(string keyword, int branch) => _chosen.GetOrAdd((keyword, branch), c =>
    {
        var chosen = (c.Keyword == "oneOf" ? OneOf : AnyOf)[c.Branch];
        var rest = _parts.Select(p => p.Has(c.Keyword) ? p with { Without = c.Keyword } : p);
        return new SchemaNode(_reader, Pointer, [.. rest, .. chosen._parts], nullable: false);
    });

    /// <summary>The same schema, as if it named only some of its properties and demanded only those.</summary>
    internal SchemaNode Only(Func<string, bool> names) =>
        new(_reader, Pointer, _parts, nullable: Types.HasFlag(JsonTypes.Null)) { PropertyFilter = names };

    /// <summary>JSON Pointer of the schema object that states <paramref name="keyword"/>; this node's where none does.</summary>
    public string PointerOf(string keyword) =>
        _parts.Where(p => p.Has(keyword)).Select(p => p.Pointer).FirstOrDefault() ?? Pointer;

    /// <summary>The keyword's value as written; null where no schema here states it.</summary>
    public JsonElement? First(string keyword) => Values(keyword).Select(v => (JsonElement?)v).FirstOrDefault();

    private Func<string, bool> PropertyFilter { get; init; } = _ => true;

    private IEnumerable<JsonElement> Values(string keyword) =>
        _parts.Where(p => p.Has(keyword)).Select(p => p.Json.GetProperty(keyword));

    private string? Text(string keyword) => First(keyword)?.GetString();

    private IEnumerable<decimal?> Numbers(string keyword) => Values(keyword).Select(v => (decimal?)v.GetDecimal());

    private int? Largest(string keyword) => (int?)Numbers(keyword).Max();

    private int? Smallest(string keyword) => (int?)Numbers(keyword).Min();

    private SchemaNode? Merge(string keyword)
    {
        var parts = _parts.Where(p => p.Has(keyword) && p.Json.GetProperty(keyword).ValueKind == JsonValueKind.Object)
            .Select(p => p.Child(keyword)).ToArray();
        return parts.Length == 0 ? null : _reader.Node(parts[0].Pointer, parts);
    }

    private IReadOnlyList<KeyValuePair<string, SchemaNode>> ReadProperties()
    {
        var byName = _parts.Where(p => p.Has("properties"))
            .SelectMany(p => p.Json.GetProperty("properties").EnumerateObject()
                .Where(q => PropertyFilter(q.Name)).Select(q => (q.Name, Part: p.Child("properties", q.Name))))
            .GroupBy(q => q.Name, q => q.Part, StringComparer.Ordinal);
        return [.. byName.Select(g => KeyValuePair.Create(g.Key, _reader.Node(g.First().Pointer, [.. g])))];
    }

    private IReadOnlyList<SchemaNode> Branches(string keyword)
    {
        foreach (var part in _parts.Where(p => p.Has(keyword)))
        {
            return [.. Enumerable.Range(0, part.Json.GetProperty(keyword).GetArrayLength())
                .Select(i => part.Child(keyword, i)).Select(b => _reader.Node(b.Pointer, [b]))];
        }

        return [];
    }
}
