using System.Numerics;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The numbers that several schemas state for one place, as the one that counts.</summary>
internal readonly struct SchemaBounds(IReadOnlyList<SchemaPart> parts)
{
    /// <summary>A count that no text or list reaches stands for every greater one.</summary>
    public int? Count(string keyword, bool largest) =>
        Strictest(keyword, largest) is { } bound ? (int)Math.Min(bound.AsDecimal ?? int.MaxValue, int.MaxValue) : null;

    /// <summary>Null where none is stated, or one with more digits than a decimal holds.</summary>
    public decimal? Number(string keyword, bool largest) => Strictest(keyword, largest)?.AsDecimal;

    /// <summary>
    /// The least number that is a multiple of every <c>multipleOf</c>; null where no decimal holds it.
    /// </summary>
    public decimal? CommonMultiple()
    {
        decimal? common = null;
        try
        {
            foreach (var part in parts)
            {
                if (part.Number("multipleOf")?.AsDecimal is { } step)
                {
                    common = common is { } before ? Common(before, step) : step;
                }
            }
        }
        catch (OverflowException)
        {
            return null;
        }

        return common;
    }

    private JsonNumber? Strictest(string keyword, bool largest)
    {
        JsonNumber? strictest = null;
        foreach (var part in parts)
        {
            if (
                part.Number(keyword) is { } bound
                && (strictest is not { } before || (largest ? bound > before : bound < before))
            )
            {
                strictest = bound;
            }
        }

        return strictest;
    }

    /// <exception cref="OverflowException">No decimal holds it.</exception>
    public static decimal Common(decimal a, decimal b)
    {
        var scale = 1m;
        while ((a * scale) % 1 != 0 || (b * scale) % 1 != 0)
        {
            scale *= 10;
        }

        var (x, y) = ((BigInteger)(a * scale), (BigInteger)(b * scale));
        return (decimal)(x / BigInteger.GreatestCommonDivisor(x, y) * y) / scale;
    }
}
