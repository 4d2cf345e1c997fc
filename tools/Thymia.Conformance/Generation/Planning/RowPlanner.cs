namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Spreads the edges of an operation over a number of requests. Where a place has more edges than there are requests,
/// the seed turns them, so that consecutive seeds take what earlier ones left.
/// </summary>
internal static class RowPlanner
{
    // A night has a seed of its own, and a week is soon enough.
    private const int Turns = 7;

    // What a budget must cover whatever else it leaves out.
    private static readonly string[] First = ["enum", "format", "notation"];

    /// <param name="edges">The cases that may be packed, each with what it makes special.</param>
    /// <param name="count">How many requests there are.</param>
    /// <returns>As many lists as there are requests, none of them empty.</returns>
    public static IReadOnlyList<IReadOnlyList<PackableEdge>> Spread(
        IReadOnlyList<PackableEdge> edges,
        int count,
        Seed seed
    )
    {
        var rows = Enumerable.Range(0, count).Select(_ => new List<PackableEdge>()).ToList();
        foreach (var edge in InOrder(edges, count, seed))
        {
            rows.Where(r => r.TrueForAll(other => other.Part.FitsWith(edge.Part))).MinBy(r => r.Count)?.Add(edge);
        }

        return [.. rows.Where(r => r.Count > 0)];
    }

    /// <summary>
    /// How many requests would carry every edge: as many as the fullest place has, and those whose properties leave no
    /// room for it.
    /// </summary>
    public static int Needed(IReadOnlyList<PackableEdge> edges) =>
        edges.GroupBy(e => e.Part.Slot, StringComparer.Ordinal).Select(g => g.Count()).DefaultIfEmpty().Max()
        + edges.Count(e => e.Part.Slot == BodyParts.Presence);

    // First what must be covered, then the fullest places, since they have the least choice of requests.
    private static IEnumerable<PackableEdge> InOrder(IReadOnlyList<PackableEdge> edges, int count, Seed seed) =>
        edges
            .GroupBy(e => e.Part.Slot, StringComparer.Ordinal)
            .OrderByDescending(g => g.Any(IsFirst))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => WithRare([.. g.OrderByDescending(IsFirst)], count, seed));

    // The rare ones have what the others leave, and at least so many requests that all had their turn after some seeds.
    private static List<PackableEdge> WithRare(List<PackableEdge> edges, int count, Seed seed)
    {
        var rare = edges.FindAll(e => e.Part.IsRare);
        if (rare.Count == 0 || edges.Count <= count)
        {
            return Turned(edges, count, seed);
        }

        var others = edges.FindAll(e => !e.Part.IsRare);
        var room = Math.Min(count, Math.Max(count - others.Count, (rare.Count + Turns - 1) / Turns));
        var turned = Turned(rare, room, seed);
        return [.. turned.Take(room), .. Turned(others, Math.Max(1, count - room), seed), .. turned.Skip(room)];
    }

    private static List<PackableEdge> Turned(List<PackableEdge> edges, int count, Seed seed)
    {
        var windows = (edges.Count + count - 1) / count;
        var start = windows < 2 ? 0 : (int)(seed.Value % (ulong)windows) * count;
        return [.. edges.Skip(start), .. edges.Take(start)];
    }

    private static bool IsFirst(PackableEdge edge) => First.Contains(edge.Keyword);
}

/// <summary>A case that a request may carry beside others.</summary>
/// <param name="Keyword">What it is an edge of.</param>
internal sealed record PackableEdge(CasePlan Plan, string Keyword, RequestPart Part);
