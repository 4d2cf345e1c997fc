using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Numbers just beyond a bound, on an excluded bound, or off the step.</summary>
internal static class NumberBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("one-step-below", c => Only(c, "minimum", c.Node.Minimum - Step(c))),
        new("far-below", c => Only(c, "minimum", c.Node.Minimum - (1_000_000 * Step(c)))),
        new("just-below", c => IsWhole(c) ? null : Only(c, "minimum", c.Node.Minimum - 0.0000001m)),
        new("one-step-above", c => Only(c, "maximum", c.Node.Maximum + Step(c))),
        new("far-above", c => Only(c, "maximum", c.Node.Maximum + (1_000_000 * Step(c)))),
        new("just-above", c => IsWhole(c) ? null : Only(c, "maximum", c.Node.Maximum + 0.0000001m)),
        new("on-excluded-minimum", c => Only(c, "exclusiveMinimum", c.Node.ExclusiveMinimum)),
        new("below-excluded-minimum", c => Only(c, "exclusiveMinimum", c.Node.ExclusiveMinimum - Step(c))),
        new("on-excluded-maximum", c => Only(c, "exclusiveMaximum", c.Node.ExclusiveMaximum)),
        new("above-excluded-maximum", c => Only(c, "exclusiveMaximum", c.Node.ExclusiveMaximum + Step(c))),
        new("off-the-step", OffTheStep),
    ];

    private static Break? OffTheStep(BreakContext c)
    {
        if (
            c.Constraint.Keyword != "multipleOf"
            || c.Node.MultipleOf is not { } step
            || c.Old is not JsonValue old
            || !old.TryGetValue<decimal>(out var value)
        )
        {
            return null;
        }

        var (low, high) = Bounds(c.Node, step);
        decimal[] offsets = IsWhole(c) ? [1, -1] : [step / 2, -step / 2];
        var off = offsets
            .Select(o => value + o)
            .Where(v => v % step != 0 && v >= low && v <= high)
            .Cast<decimal?>()
            .FirstOrDefault();
        return off is null ? null : new Break(JsonValue.Create(off.Value));
    }

    private static (decimal Low, decimal High) Bounds(SchemaNode node, decimal step)
    {
        var (low, high) = Values.NumberValues.Range(node, step);
        return (
            node.Minimum ?? node.ExclusiveMinimum ?? low - step,
            node.Maximum ?? node.ExclusiveMaximum ?? high + step
        );
    }

    private static Break? Only(BreakContext c, string keyword, decimal? value) =>
        c.Constraint.Keyword == keyword && value is { } v
            ? new Break(JsonValue.Create(IsWhole(c) ? Whole(keyword, v) : v))
            : null;

    // A bound may lie between whole numbers; what is beyond it must still be one.
    private static decimal Whole(string keyword, decimal value) =>
        keyword is "minimum" or "exclusiveMinimum" ? decimal.Floor(value) : decimal.Ceiling(value);

    private static bool IsWhole(BreakContext c) => !c.Node.Types.HasFlag(JsonTypes.Fraction);

    private static decimal Step(BreakContext c) => c.Node.MultipleOf ?? 1;
}
