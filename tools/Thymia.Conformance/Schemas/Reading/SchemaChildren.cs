using System.Collections.Concurrent;
using System.Text.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The schemas below a place, built when asked for: what its applicators demand of parts of a value.</summary>
internal sealed class SchemaChildren
{
    private readonly SchemaReader _reader;
    private readonly string _pointer;
    private readonly IReadOnlyList<SchemaPart> _parts;
    private readonly Lazy<IReadOnlyList<SchemaNode>> _oneOf;
    private readonly Lazy<IReadOnlyList<SchemaNode>> _anyOf;
    private readonly Lazy<SchemaNode?> _items;
    private readonly Lazy<SchemaNode?> _additional;
    private readonly Lazy<SchemaNode?> _not;
    private readonly Lazy<IReadOnlyList<SchemaNode>> _prefixItems;
    private readonly ConcurrentDictionary<string, SchemaNode?> _applied = new(StringComparer.Ordinal);

    public SchemaChildren(SchemaReader reader, string pointer, IReadOnlyList<SchemaPart> parts)
    {
        (_reader, _pointer, _parts) = (reader, pointer, parts);
        _oneOf = new(() => Branches("oneOf"));
        _anyOf = new(() => Branches("anyOf"));
        _items = new(() => Merge("items"));
        _prefixItems = new(() => [.. Enumerable.Range(0, PrefixCount(_parts)).Select(Item)]);
        _additional = new(() => Merge("additionalProperties"));
        _not = new(() => Merge("not"));
    }

    public IReadOnlyList<SchemaNode> OneOf => _oneOf.Value;

    public IReadOnlyList<SchemaNode> AnyOf => _anyOf.Value;

    public SchemaNode? Not => _not.Value;

    public SchemaNode? Items => _items.Value;

    public IReadOnlyList<SchemaNode> PrefixItems => _prefixItems.Value;

    public SchemaNode? Additional => _additional.Value;

    /// <summary>The names that must be there where another is.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> DependentRequired =>
        [
            .. from part in _parts
            from name in part.Names("dependentRequired")
            select KeyValuePair.Create<string, IReadOnlyList<string>>(
                name,
                [
                    .. part
                        .Json.GetProperty("dependentRequired")
                        .GetProperty(name)
                        .EnumerateArray()
                        .Select(n => n.GetString()!),
                ]
            ),
        ];

    /// <summary>What a property of any name must be, by name, pattern or else; null where it is not allowed.</summary>
    public SchemaNode? Member(string name)
    {
        var governing = _parts.SelectMany(p => SchemaProperties.Governing(p, name)).ToArray();
        return governing.Any(p => p.IsFalse)
            ? null
            : _reader.Node(governing is [var first, ..] ? first.Pointer : _pointer, governing);
    }

    /// <summary>What the item at an index must be; null where the schema does not say.</summary>
    public SchemaNode Item(int index)
    {
        var governing = _parts.SelectMany(p => GoverningItem(p, index)).ToArray();
        return _reader.Node(governing is [var first, ..] ? first.Pointer : _pointer, governing);
    }

    public SchemaNode? Applied(string keyword) => _applied.GetOrAdd(keyword, k =>
        {
            var parts = _parts.Where(p => p.Has(k)).Take(1).Select(p => p.Child(k)).ToArray();
            return parts.Length == 0 ? null : _reader.Node(parts[0].Pointer, parts);
        });

    public IReadOnlyList<KeyValuePair<string, SchemaNode>> Named(string keyword) =>
        [
            .. from part in _parts
            from name in part.Names(keyword)
            let child = part.Child(keyword, name)
            select KeyValuePair.Create(name, _reader.Node(child.Pointer, [child])),
        ];

    private static int PrefixCount(IReadOnlyList<SchemaPart> parts) =>
        parts.Select(p => p.Branches("prefixItems").Count()).DefaultIfEmpty().Max();

    private static IEnumerable<SchemaPart> GoverningItem(SchemaPart part, int index)
    {
        var prefix = part.Branches("prefixItems").ToArray();
        return index < prefix.Length ? [prefix[index]]
            : part.Has("items") ? [part.Child("items")]
            : [];
    }

    private SchemaNode? Merge(string keyword)
    {
        var parts = _parts
            .Where(p => p.Has(keyword))
            .Select(p => p.Child(keyword))
            .Where(c => c.Json.ValueKind != JsonValueKind.True && (keyword != "additionalProperties" || !c.IsFalse))
            .ToArray();
        return parts.Length == 0 ? null : _reader.Node(parts[0].Pointer, parts);
    }

    private IReadOnlyList<SchemaNode> Branches(string keyword) =>
        [
            .. _parts
                .Where(p => p.Has(keyword))
                .Take(1)
                .SelectMany(p =>
                    p.Branches(keyword)
                        .Select((branch, i) => _reader.Node(branch.Pointer, [branch, .. Demanded(p, keyword, i)]))
                ),
        ];

    private IEnumerable<SchemaPart> Demanded(SchemaPart part, string keyword, int branch) =>
        _reader.Discriminated(part, keyword, branch) is { } demand ? [demand] : [];
}
