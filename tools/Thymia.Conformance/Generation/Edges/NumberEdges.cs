using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>Numbers on and next to their bounds.</summary>
internal static class NumberEdges
{
    /// <summary>None where a bound lies beyond what a decimal holds.</summary>
    public static IEnumerable<Edge> Of(SchemaNode node)
    {
        try
        {
            return [.. Within(node)];
        }
        catch (OverflowException)
        {
            return [];
        }
    }

    private static IEnumerable<Edge> Within(SchemaNode node)
    {
        var whole = !node.Types.HasFlag(JsonTypes.Fraction);
        var step = NumberValues.Step(node);
        var (low, high) = NumberValues.Range(node, step);
        var candidates = new List<(string Kind, decimal Value)>
        {
            ("lowest", low),
            ("lowest-but-one", low + step),
            ("highest", high),
        };
        if (low <= 0 && high >= 0)
        {
            candidates.Add(("zero", 0));
        }

        if (!whole && node.MultipleOf is null && low + 0.5m <= high)
        {
            candidates.Add(("fraction", low + 0.5m));
        }

        return candidates
            .Where(c => c.Value >= low && c.Value <= high && NumberValues.IsPlainMultiple(c.Value, step))
            .Select(c => new Edge("number", c.Kind, Tier.Plausible, _ => JsonValue.Create(c.Value)));
    }
}
