using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;

namespace Thymia.Conformance.Running;

/// <summary>Which edges the packed requests of a run would cover, and what more calls would add.</summary>
public sealed class PackingForecast
{
    /// <summary>How many calls more are reckoned with.</summary>
    public const int FurtherCalls = 10;

    internal PackingForecast(RunPlan plan, RunOptions options)
    {
        var edges = plan
            .Listed.Where(p => p.IsValid)
            .Select(p => p.Make())
            .Where(c => c is { IsRandom: false, Tier: Tier.Plausible })
            .ToList();
        var carried = Carried(options.Packed);
        Requests = options.Packed.Count;
        Edges = carried.Count;
        ByKeyword =
        [
            .. edges
                .GroupBy(c => c.Keyword, StringComparer.Ordinal)
                .Select(g => (g.Key, Carried: g.Count(c => carried.Contains(c.Id)), All: g.Count()))
                .Where(g => g.Carried > 0)
                .OrderBy(g => g.Key, StringComparer.Ordinal),
        ];
        Further = Requests == 0 ? 0 : Carried(plan.PackedWith(FurtherCalls)).Except(carried).Count();
    }

    /// <summary>How many packed requests there are.</summary>
    public int Requests { get; }

    /// <summary>How many edges they carry.</summary>
    public int Edges { get; }

    /// <summary>The edges by what they are about: how many are carried, and how many there are.</summary>
    public IReadOnlyList<(string Keyword, int Carried, int All)> ByKeyword { get; }

    /// <summary>How many edges <see cref="FurtherCalls"/> more would add.</summary>
    public int Further { get; }

    private static HashSet<string> Carried(IReadOnlyList<PackedRow> rows) =>
        rows.SelectMany(r => r.Edges.Select(e => e.Id)).ToHashSet(StringComparer.Ordinal);
}
