namespace Thymia.Conformance.Schemas.Validation;

/// <summary>
/// The properties and items of one value that a schema and those applied beside it have evaluated, which
/// <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> ask for (JSON Schema 2020-12, Core, 11).
/// </summary>
internal sealed class Evaluated
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<int> _items = [];
    private int _firstItems;

    /// <summary>A schema was passed over unjudged, so that nobody knows what it would have evaluated.</summary>
    public bool IsOpen { get; set; }

    public void Add(string name) => _names.Add(name);

    public void Add(int item) => _items.Add(item);

    public void AddFirst(int count) => _firstItems = Math.Max(_firstItems, count);

    public void Add(Evaluated other)
    {
        IsOpen |= other.IsOpen;
        _names.UnionWith(other._names);
        _items.UnionWith(other._items);
        AddFirst(other._firstItems);
    }

    public bool Has(string name) => _names.Contains(name);

    public bool Has(int item) => item < _firstItems || _items.Contains(item);
}
