using Thymia.Conformance.Schemas;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Numbers within their bounds.</summary>
internal static class NumberValues
{
    public static decimal Make(SchemaNode node, Random random)
    {
        var whole = !node.Types.HasFlag(JsonTypes.Fraction);
        var step = node.MultipleOf ?? (whole ? 1 : 0.25m);
        if (whole && decimal.Truncate(step) != step)
        {
            step = 1;
        }

        var (low, high) = Range(node, step);
        var steps = (long)Math.Min(decimal.Floor((high - low) / step), 1_000_000);
        return low + (step * random.NextInt64(Math.Max(0, steps) + 1));
    }

    /// <summary>The least and the greatest allowed multiple of the step, within reason where there is no bound.</summary>
    public static (decimal Low, decimal High) Range(SchemaNode node, decimal step)
    {
        var low = Largest(node.Minimum, node.ExclusiveMinimum is { } above ? Above(above, step) : null);
        var high = Smallest(node.Maximum, node.ExclusiveMaximum is { } below ? Below(below, step) : null);
        var from = low ?? Math.Min(0, (high ?? 0) - (100 * step));
        var to = high ?? Math.Max(from + (100 * step), 100);
        return (decimal.Ceiling(from / step) * step, decimal.Floor(to / step) * step);
    }

    private static decimal Above(decimal bound, decimal step) => (decimal.Floor(bound / step) + 1) * step;

    private static decimal Below(decimal bound, decimal step) => (decimal.Ceiling(bound / step) - 1) * step;

    private static decimal? Largest(decimal? a, decimal? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);

    private static decimal? Smallest(decimal? a, decimal? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
