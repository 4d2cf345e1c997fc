using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>One evaluation of a query, which looks at a bounded number of values.</summary>
internal sealed class QuerySearch(JsonNode? root)
{
    private const int MaxLooks = 20_000_000;

    private int _looks;

    public JsonNode? Root => root;

    public IEnumerable<QueryNode> Of(IReadOnlyList<QuerySegment> segments, QueryNode from) =>
        segments.Aggregate((IEnumerable<QueryNode>)[from], (nodes, segment) => nodes.SelectMany(n => Of(segment, n)));

    private IEnumerable<QueryNode> Of(QuerySegment segment, QueryNode node) =>
        (segment.IsDescendant ? SelfAndBelow(node) : [node]).SelectMany(n =>
            segment.Selectors.SelectMany(s => Selected(s, n.Value))
        );

    private IEnumerable<QueryNode> SelfAndBelow(QueryNode node) =>
        Children(node.Value).SelectMany(SelfAndBelow).Prepend(node);

    private IEnumerable<QueryNode> Selected(QuerySelector selector, JsonNode? value) =>
        (selector, value) switch
        {
            (QuerySelector.Named(var name), JsonObject map) => map.TryGetPropertyValue(name, out var found)
                ? [new QueryNode(found, map, name, -1)]
                : [],
            (QuerySelector.At(var index), JsonArray list) => At(list, index < 0 ? index + list.Count : index),
            (QuerySelector.Slice slice, JsonArray list) => Indexes(slice, list.Count).SelectMany(i => At(list, i)),
            (QuerySelector.Any, _) => Children(value),
            (QuerySelector.Filter(var holds), _) => Children(value).Where(c => holds(this, c.Value)),
            _ => [],
        };

    private static IEnumerable<QueryNode> At(JsonArray list, long index) =>
        index >= 0 && index < list.Count ? [new QueryNode(list[(int)index], list, "", (int)index)] : [];

    private IEnumerable<QueryNode> Children(JsonNode? value)
    {
        if (++_looks > MaxLooks)
        {
            throw new FormatException($"it looks at more than {MaxLooks:N0} values");
        }

        return value switch
        {
            JsonObject map => map.Select(p => new QueryNode(p.Value, map, p.Key, -1)),
            JsonArray list => list.Select((item, i) => new QueryNode(item, list, "", i)),
            _ => [],
        };
    }

    // RFC 9535, 2.3.4.2.
    private static IEnumerable<long> Indexes(QuerySelector.Slice slice, int count)
    {
        var (step, forward) = (slice.Step, slice.Step > 0);
        if (step == 0)
        {
            yield break;
        }

        var start = Bounded(slice.Start ?? (forward ? 0 : count - 1), count, forward);
        var end =
            slice.End is { } stated ? Bounded(stated, count, forward)
            : forward ? count
            : -1;
        for (var i = start; forward ? i < end : i > end; i += step)
        {
            yield return i;
        }
    }

    private static long Bounded(long index, int count, bool forward) =>
        Math.Clamp(index < 0 ? index + count : index, forward ? 0 : -1, forward ? count : count - 1);
}
