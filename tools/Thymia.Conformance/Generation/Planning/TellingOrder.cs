namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// The order in which cases tell most for their time: of every operation in turn one case for each place and each way
/// to break it, then all the others, those of pairs after them, and the random ones last.
/// </summary>
internal static class TellingOrder
{
    private const int Ranks = 3;

    /// <param name="enumerated">Of each operation.</param>
    /// <param name="random">Of each operation.</param>
    public static IEnumerable<CasePlan> Of(
        IReadOnlyList<IReadOnlyList<CasePlan>> enumerated,
        IEnumerable<IEnumerable<CasePlan>> random
    )
    {
        var ranked = enumerated.Select(CaseChoice.Ranked).ToList();
        return Enumerable
            .Range(0, Ranks)
            .SelectMany(rank => InTurn(ranked.Select(r => r.Where(p => p.Rank == rank).Select(p => p.Plan))))
            .Concat(InTurn(random));
    }

    private static IEnumerable<CasePlan> InTurn(IEnumerable<IEnumerable<CasePlan>> operations)
    {
        var open = operations.Select(o => o.GetEnumerator()).ToList();
        while (open.Count > 0)
        {
            foreach (var operation in open.ToList())
            {
                if (operation.MoveNext())
                {
                    yield return operation.Current;
                }
                else
                {
                    operation.Dispose();
                    open.Remove(operation);
                }
            }
        }
    }
}
