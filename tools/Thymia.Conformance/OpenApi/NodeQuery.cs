using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// A JSONPath query (RFC 9535) of a tree, but for the functions <c>match</c> and <c>search</c>. A name after a dot may
/// hold hyphens, as many write it.
/// </summary>
internal sealed class NodeQuery
{
    private readonly IReadOnlyList<QuerySegment> _segments;

    internal NodeQuery(IReadOnlyList<QuerySegment> segments) => _segments = segments;

    /// <exception cref="FormatException">The text is no query; the message says where and why.</exception>
    public static NodeQuery Parse(string text) => new NodeQueryParser(text).Read();

    /// <summary>What it finds, each once for each way to it, in the order of the tree.</summary>
    /// <exception cref="FormatException">It looks at too many values.</exception>
    public IReadOnlyList<QueryNode> Find(JsonNode? root)
    {
        var search = new QuerySearch(root);
        return [.. search.Of(_segments, new QueryNode(root, null, "", -1))];
    }
}

/// <summary>A value that a query looks at, and where it stands.</summary>
/// <param name="Holder">The object or array around it; null of the root.</param>
/// <param name="Name">Its name in an object.</param>
/// <param name="Index">Its index in an array; -1 elsewhere.</param>
internal readonly record struct QueryNode(JsonNode? Value, JsonNode? Holder, string Name, int Index);

/// <summary>A step of a query: what it selects of each value, or of each value and all below.</summary>
internal sealed record QuerySegment(bool IsDescendant, IReadOnlyList<QuerySelector> Selectors);

/// <summary>Which of the values directly in one are selected.</summary>
internal abstract record QuerySelector
{
    private QuerySelector() { }

    public sealed record Named(string Name) : QuerySelector;

    public sealed record Any : QuerySelector;

    public sealed record At(long Index) : QuerySelector;

    public sealed record Slice(long? Start, long? End, long Step) : QuerySelector;

    /// <param name="Holds">Whether a value is selected, in view of the search.</param>
    public sealed record Filter(Func<QuerySearch, JsonNode?, bool> Holds) : QuerySelector;
}
