namespace Thymia.Conformance.Generation.Planning;

/// <summary>Rows of choices such that every pair of choices from two factors stands together in some row.</summary>
internal static class Pairwise
{
    /// <param name="levels">How many choices each factor has.</param>
    /// <param name="most">No more rows than these, though pairs may be left.</param>
    public static IReadOnlyList<int[]> Rows(IReadOnlyList<int> levels, int most = int.MaxValue)
    {
        var open = new HashSet<(int F, int A, int G, int B)>(
            from f in Enumerable.Range(0, levels.Count)
            from g in Enumerable.Range(f + 1, levels.Count - f - 1)
            from a in Enumerable.Range(0, levels[f])
            from b in Enumerable.Range(0, levels[g])
            select (f, a, g, b)
        );
        var rows = new List<int[]>();
        while (open.Count > 0 && rows.Count < most)
        {
            var row = Row(levels, open, rows.Count);
            rows.Add(row);
            open.RemoveWhere(p => row[p.F] == p.A && row[p.G] == p.B);
        }

        return rows;
    }

    // Starts with a pair still open, then takes for each factor the choice that closes most.
    private static int[] Row(IReadOnlyList<int> levels, HashSet<(int F, int A, int G, int B)> open, int number)
    {
        var row = Enumerable.Repeat(-1, levels.Count).ToArray();
        var first = open.Min();
        (row[first.F], row[first.G]) = (first.A, first.B);
        for (var f = 0; f < levels.Count; f++)
        {
            if (row[f] < 0)
            {
                var factor = f;
                row[f] = Enumerable
                    .Range(0, levels[f])
                    .Select(a => (a + number) % levels[factor])
                    .MaxBy(a =>
                        Enumerable
                            .Range(0, levels.Count)
                            .Count(g =>
                                row[g] >= 0
                                && open.Contains(factor < g ? (factor, a, g, row[g]) : (g, row[g], factor, a))
                            )
                    );
            }
        }

        return row;
    }
}
