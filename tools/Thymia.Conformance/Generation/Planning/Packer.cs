namespace Thymia.Conformance.Generation.Planning;

/// <summary>Packs the valid edges of operations into as few requests as a limit of calls allows.</summary>
internal static class Packer
{
    /// <summary>The requests, operation by operation; none where nothing may be packed.</summary>
    /// <param name="generators">Of the operations that create something.</param>
    /// <param name="count">How many requests there may be, of all operations together.</param>
    /// <param name="mayBeSent">Whether a case is chosen, and nothing keeps it from being sent.</param>
    public static IReadOnlyList<PackedRow> Pack(
        IReadOnlyList<CaseGenerator> generators,
        int count,
        Seed seed,
        Func<CasePlan, bool> mayBeSent
    )
    {
        var packable = generators.Select(g => (Generator: g, Edges: g.Packable(mayBeSent))).ToList();
        var shares = Shares([.. packable.Select(p => RowPlanner.Needed(p.Edges))], count);
        return
        [
            .. packable
                .Zip(shares)
                .SelectMany(p =>
                    p.Second == 0 ? [] : p.First.Generator.Packed(RowPlanner.Spread(p.First.Edges, p.Second, seed))
                ),
        ];
    }

    // One after the other gets one more, until the limit is reached or all have what they need.
    private static int[] Shares(IReadOnlyList<int> needed, int count)
    {
        var shares = new int[needed.Count];
        for (var left = count; left > 0; )
        {
            var before = left;
            for (var i = 0; i < shares.Length && left > 0; i++)
            {
                if (shares[i] < needed[i])
                {
                    shares[i]++;
                    left--;
                }
            }

            if (before == left)
            {
                break;
            }
        }

        return shares;
    }
}
