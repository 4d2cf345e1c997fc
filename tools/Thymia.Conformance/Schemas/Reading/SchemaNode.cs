using System.Collections.Concurrent;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>
/// A schema as it governs one location: references followed, <c>allOf</c> merged, and <c>anyOf</c> or <c>oneOf</c> of
/// one schema and <c>null</c> read as that schema made nullable. Children are built when asked for, so cycles are no
/// matter.
/// </summary>
public sealed class SchemaNode
{
    private readonly IReadOnlyList<SchemaPart> _parts;
    private readonly SchemaReader _reader;
    private readonly Dictionary<string, JsonElement> _first = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Keyword, int Branch), SchemaNode> _chosen = new();
    private readonly ConcurrentDictionary<(string Keyword, int Branch), SchemaNode> _added = new();
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, SchemaNode>>> _properties;
    private readonly SchemaChildren _children;

    internal SchemaNode(SchemaReader reader, string pointer, IReadOnlyList<SchemaPart> parts)
    {
        _reader = reader;
        _parts = parts;
        _children = new SchemaChildren(reader, pointer, parts);
        Pointer = pointer;
        var bounds = new SchemaBounds(parts);
        Types = SchemaTypes.Of(parts);
        Enum = SchemaMembers.Of(parts, Types);
        OneWay = parts.SelectMany(p => reader.OneWay.Of(p)).ToHashSet(StringComparer.Ordinal);
        Required = [.. parts.SelectMany(p => p.Required()).Distinct().Where(n => !OneWay.Contains(n))];
        MinLength = bounds.Count("minLength", largest: true);
        MaxLength = bounds.Count("maxLength", largest: false);
        MinItems = bounds.Count("minItems", largest: true);
        MaxItems = bounds.Count("maxItems", largest: false);
        MinProperties = bounds.Count("minProperties", largest: true);
        MaxProperties = bounds.Count("maxProperties", largest: false);
        Minimum = bounds.Number("minimum", largest: true);
        Maximum = bounds.Number("maximum", largest: false);
        ExclusiveMinimum = bounds.Number("exclusiveMinimum", largest: true);
        ExclusiveMaximum = bounds.Number("exclusiveMaximum", largest: false);
        MultipleOf = bounds.CommonMultiple();
        UniqueItems = parts.Any(p => p.Says("uniqueItems", JsonValueKind.True));
        MinContains = bounds.Count("minContains", largest: true);
        MaxContains = bounds.Count("maxContains", largest: false);
        AllowsAdditional = !parts.Any(p => p.Says("additionalProperties", JsonValueKind.False));
        foreach (var property in parts.SelectMany(p => p.Stated()))
        {
            _first.TryAdd(property.Name, property.Value);
        }

        Format = First("format")?.GetString();
        Pattern = First("pattern")?.GetString();
        Description = First("description") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        Default = First("default");
        Examples = [.. parts.SelectMany(p => p.Examples())];
        _properties = new(() => SchemaProperties.Of(_reader, _parts, PropertyFilter));
    }

    /// <summary>The schemas that together govern the location.</summary>
    internal IReadOnlyList<SchemaPart> Parts => _parts;

    /// <summary>JSON Pointer of the schema as referred to, in the description.</summary>
    public string Pointer { get; }

    /// <summary>The allowed types; all of them where the schema names none, none where nothing fits.</summary>
    public JsonTypes Types { get; }

    /// <summary>
    /// The allowed values, a <c>const</c> being a list of one; null where any will do. Where <see cref="Types"/> has
    /// <c>null</c> because a choice offers it, it is allowed besides.
    /// </summary>
    public IReadOnlyList<JsonElement>? Enum { get; }

    public IReadOnlyList<string> Required { get; }

    public string? Format { get; }

    /// <summary>
    /// The format that a text had better have: its own, or <c>byte</c> where <c>contentEncoding</c> says Base64, which
    /// annotates and demands nothing.
    /// </summary>
    internal string? LikelyFormat =>
        Format
        ?? (
            First("contentEncoding") is { ValueKind: JsonValueKind.String } encoding
            && encoding.GetString()!.Equals("base64", StringComparison.OrdinalIgnoreCase)
                ? "byte"
                : null
        );

    /// <summary>The first of them where several schemas state one.</summary>
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

    /// <summary>How many items must fit <see cref="Contains"/>; null where the schema does not say.</summary>
    public int? MinContains { get; }

    public int? MaxContains { get; }

    public decimal? Minimum { get; }

    public decimal? Maximum { get; }

    public decimal? ExclusiveMinimum { get; }

    public decimal? ExclusiveMaximum { get; }

    /// <summary>The least common multiple where several schemas state one.</summary>
    public decimal? MultipleOf { get; }

    /// <summary>Those a payload may have, in the order of the document.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> Properties => _properties.Value;

    /// <summary>What the property of that name must be; null where the schema names none.</summary>
    public SchemaNode? Property(string name)
    {
        var properties = Properties;
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].Key == name)
            {
                return properties[i].Value;
            }
        }

        return null;
    }

    /// <summary>What items must be that stand behind <see cref="PrefixItems"/>.</summary>
    public SchemaNode? Items => _children.Items;

    /// <summary>What the first items must be, each at its index.</summary>
    public IReadOnlyList<SchemaNode> PrefixItems => _children.PrefixItems;

    public SchemaNode? Contains => _children.Applied("contains");

    public SchemaNode? PropertyNames => _children.Applied("propertyNames");

    public SchemaNode? If => _children.Applied("if");

    public SchemaNode? Then => _children.Applied("then");

    public SchemaNode? Else => _children.Applied("else");

    /// <summary>What properties must be that nothing else of the schema has evaluated; null where it does not
    /// say.</summary>
    public SchemaNode? UnevaluatedProperties => _children.Applied("unevaluatedProperties");

    public SchemaNode? UnevaluatedItems => _children.Applied("unevaluatedItems");

    /// <summary>What properties must be whose names match a pattern: the pattern with its schema.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> PatternProperties => _children.Named("patternProperties");

    /// <summary>What an object must be that has a property of that name.</summary>
    public IReadOnlyList<KeyValuePair<string, SchemaNode>> DependentSchemas => _children.Named("dependentSchemas");

    /// <summary>The names that must be there where another is.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> DependentRequired => _children.DependentRequired;

    /// <summary>Properties that go the other way and are left out of this direction: read-only ones of OpenAPI 3.0 in
    /// requests.</summary>
    internal IReadOnlySet<string> OneWay { get; }

    /// <summary>True where a schema here is passed over unjudged: what it demands is not known.</summary>
    public bool IsOpen => _parts.Any(p => p.IsOpen);

    /// <summary>An annotation from 3.1 on: sent by providers, not by consumers.</summary>
    public bool ReadOnly => Says("readOnly");

    /// <summary>An annotation from 3.1 on: sent by consumers, not by providers.</summary>
    public bool WriteOnly => Says("writeOnly");

    /// <inheritdoc cref="SchemaChildren.Member"/>
    public SchemaNode? Member(string name) => _children.Member(name);

    /// <inheritdoc cref="SchemaChildren.Item"/>
    public SchemaNode Item(int index) => _children.Item(index);

    /// <summary>This schema with further ones that are to hold as well, such as <see cref="Then"/>.</summary>
    public SchemaNode With(params SchemaNode[] others) =>
        new(_reader, Pointer, [.. _parts, .. others.SelectMany(o => o._parts)]);

    /// <summary>This schema without one of its keywords.</summary>
    public SchemaNode Less(string keyword) =>
        new(_reader, Pointer, [.. _parts.Select(p => p.Has(keyword) ? p.Less(keyword) : p)]);

    /// <summary>What properties beyond the named ones must be; null where the schema does not say or allows
    /// none.</summary>
    public SchemaNode? AdditionalProperties => _children.Additional;

    /// <summary>False where no property beyond the named ones is allowed.</summary>
    public bool AllowsAdditional { get; }

    public IReadOnlyList<SchemaNode> OneOf => _children.OneOf;

    public IReadOnlyList<SchemaNode> AnyOf => _children.AnyOf;

    public SchemaNode? Not => _children.Not;

    public JsonElement? Default { get; }

    /// <summary>Documented examples of a value here.</summary>
    public IReadOnlyList<JsonElement> Examples { get; }

    /// <summary>This schema with one branch of <c>oneOf</c> or <c>anyOf</c> chosen: both together as one.</summary>
    public SchemaNode Choose(string keyword, int branch) => _chosen.GetOrAdd((keyword, branch), c =>
        {
            var chosen = (c.Keyword == "oneOf" ? OneOf : AnyOf)[c.Branch];
            var rest = _parts.Select(p => p.Has(c.Keyword) ? p.Less(c.Keyword) : p);
            return new SchemaNode(_reader, Pointer, [.. rest, .. chosen._parts]);
        });

    /// <summary>What a branch adds to this schema: both together, without the properties that this one names.</summary>
    internal SchemaNode Added(string keyword, int branch) =>
        _added.GetOrAdd((keyword, branch), c => new SchemaNode(_reader, Pointer, Choose(c.Keyword, c.Branch)._parts)
        {
            PropertyFilter = n => Property(n) is null,
        });

    /// <summary>The schema that says most here, wherever it is referred to from: tells one round of a cycle from the
    /// next.</summary>
    internal string Identity => _parts.Count > 0 ? _parts[0].Pointer : Pointer;

    /// <summary>JSON Pointer of the schema object that states <paramref name="keyword"/>; this node's where none
    /// does.</summary>
    public string PointerOf(string keyword) =>
        _parts.Where(p => p.Has(keyword)).Select(p => p.Pointer).FirstOrDefault() ?? Pointer;

    /// <summary>True where a schema here demands it, not as a preference alone.</summary>
    internal bool IsDemanded(string keyword) => _parts.Any(p => !p.IsPreferred && p.Has(keyword));

    /// <summary>True where a schema here demands that the property be there.</summary>
    internal bool IsDemandedProperty(string name) => _parts.Any(p => !p.IsPreferred && p.Required().Contains(name));

    /// <summary>The keyword's value as written; null where no schema here states it.</summary>
    public JsonElement? First(string keyword) => _first.TryGetValue(keyword, out var value) ? value : null;

    private Func<string, bool> PropertyFilter { get; init; } = _ => true;

    private bool Says(string keyword) => _parts.Any(p => p.Says(keyword, JsonValueKind.True));
}
