namespace Thymia.Conformance.Reports.Comparing;

/// <summary>How the words changed by which validation errors are told apart.</summary>
/// <param name="Gone">Words that no error uses any more.</param>
/// <param name="Come">Words that no error used before.</param>
/// <param name="Ways">In how many ways of trying a constraint the words are others now.</param>
public sealed record VocabularyChange(IReadOnlyList<string> Gone, IReadOnlyList<string> Come, int Ways)
{
    /// <summary>Null where nothing changed.</summary>
    internal static VocabularyChange? Between(IReadOnlyList<CellSnapshot> old, IReadOnlyList<CellChange> both)
    {
        var changed = both.Count(c =>
            c.Old.Words.Count > 0 && c.New.Words.Count > 0 && !c.Old.Words.SequenceEqual(c.New.Words)
        );
        var before = old.SelectMany(c => c.Words).ToHashSet(StringComparer.Ordinal);
        var after = both.SelectMany(c => c.New.Words).ToHashSet(StringComparer.Ordinal);
        return changed == 0
            ? null
            : new VocabularyChange(
                [.. before.Except(after).Order(StringComparer.Ordinal)],
                [.. after.Except(before).Order(StringComparer.Ordinal)],
                changed
            );
    }
}
