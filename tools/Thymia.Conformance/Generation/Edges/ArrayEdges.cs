using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>How many items an array may have: made by the recipe, since items must be valid.</summary>
internal static class ArrayEdges
{
    /// <summary>The longest array worth making.</summary>
    private const int Longest = 100;

    /// <summary>Counts to try, with their kinds.</summary>
    public static IEnumerable<(string Kind, int Count)> Counts(SchemaNode node)
    {
        var least = node.MinItems ?? 0;
        yield return ("fewest-items", least);
        if (node.MaxItems is { } most and <= Longest)
        {
            yield return ("most-items", most);
        }

        if ((node.MaxItems ?? Longest) >= 3 && least < 3)
        {
            yield return ("three-items", 3);
        }
    }

    public static IEnumerable<Edge> Of(SchemaNode node) =>
        node.MinItems is null or 0
            ? [new Edge("array", "empty", Tier.Plausible, _ => new System.Text.Json.Nodes.JsonArray())]
            : [];
}
