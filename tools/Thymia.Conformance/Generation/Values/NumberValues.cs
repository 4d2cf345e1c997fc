using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Numbers within their bounds.</summary>
internal static class NumberValues
{
    // One of a few neighbours nearly always is a multiple in binary arithmetic, too.
    private const int MostMoves = 16;

    /// <summary>A number within the bounds; the lower one where they lie beyond what a decimal holds.</summary>
    public static decimal Make(SchemaNode node, Random random)
    {
        try
        {
            return Drawn(node, random);
        }
        catch (OverflowException)
        {
            return node.Minimum ?? node.ExclusiveMinimum ?? 0;
        }
    }

    private static decimal Drawn(SchemaNode node, Random random)
    {
        var step = Step(node);
        var (low, high) = Range(node, step);
        var steps = Math.Max(0, (long)Math.Min(decimal.Floor((high - low) / step), 1_000_000));
        var drawn = random.NextInt64(steps + 1);
        for (var moved = 0; moved < MostMoves; moved++)
        {
            var value = low + (step * ((drawn + moved) % (steps + 1)));
            if (IsPlainMultiple(value, step))
            {
                return value;
            }
        }

        return low + (step * drawn);
    }

    /// <summary>What the numbers worth trying lie apart.</summary>
    public static decimal Step(SchemaNode node)
    {
        var whole = !node.Types.HasFlag(JsonTypes.Fraction);
        var step = node.MultipleOf ?? (whole ? 1 : 0.25m);
        return whole && decimal.Truncate(step) != step ? 1 : step;
    }

    /// <summary>
    /// True where binary arithmetic agrees that it is a multiple: many validators would refuse 0.07 as one of 0.01, and
    /// whether they should is not what a case with such a number is about.
    /// </summary>
    public static bool IsPlainMultiple(decimal value, decimal step) => double.IsInteger((double)value / (double)step);

    /// <summary>
    /// The least and the greatest allowed multiple of the step, within reason where there is no bound.
    /// </summary>
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

    private static decimal? Largest(decimal? a, decimal? b) =>
        a is null ? b
        : b is null ? a
        : Math.Max(a.Value, b.Value);

    private static decimal? Smallest(decimal? a, decimal? b) =>
        a is null ? b
        : b is null ? a
        : Math.Min(a.Value, b.Value);
}
