namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>A group, or the whole pattern, while it is read.</summary>
/// <param name="Wrap">Makes the node of what it holds.</param>
/// <param name="IsQuantifiable">Whether it may be repeated once it is closed.</param>
internal sealed record PatternGroup(Func<PatternNode, PatternNode> Wrap, bool IsQuantifiable)
{
    private readonly List<PatternNode> _alternatives = [];
    private List<PatternNode> _items = [];

    public void Add(PatternNode node) => _items.Add(node);

    public void Repeat(Func<PatternNode, PatternNode> repeated) => _items[^1] = repeated(_items[^1]);

    public void Alternate()
    {
        _alternatives.Add(Joined());
        _items = [];
    }

    public PatternNode Close()
    {
        Alternate();
        return Wrap(_alternatives.Count == 1 ? _alternatives[0] : new PatternNode.Choice(_alternatives));
    }

    private PatternNode Joined() => _items.Count == 1 ? _items[0] : new PatternNode.Sequence(_items);
}
