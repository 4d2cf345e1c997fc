using Thymia.Conformance.Text;

namespace Thymia.Conformance;

/// <summary>What a run found. Its texts hold no key and no personal data.</summary>
public sealed record ConformanceResult
{
    private const int MaxFindingsShown = 20;

    internal ConformanceResult() { }

    /// <summary>
    /// Whether the provider has shown that it honours its description: cases were judged, none failed, and the run went
    /// to its end.
    /// </summary>
    public required bool IsHonoured { get; init; }

    /// <summary>What became of each case, in the order in which they ended.</summary>
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    /// <summary>Every finding of every case that failed.</summary>
    public IEnumerable<CaseFinding> Findings => Cases.SelectMany(c => c.Findings);

    /// <summary>What the description has and the run could not test, and remarks on it: sentences.</summary>
    public required IReadOnlyList<string> NotTested { get; init; }

    /// <summary>Why the run ended before its last case, as a clause; null where it did not.</summary>
    public string? GivenUp { get; init; }

    /// <summary>How many requests have created something at the provider, or may have.</summary>
    public required int Created { get; init; }

    /// <summary>What the run created and could not delete; sentences, none in most runs.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>The result in a few lines: counts, the first findings, and why a run ended early.</summary>
    public string Summary =>
        string.Join(
            Environment.NewLine,
            Findings
                .Take(MaxFindingsShown)
                .Select(f => f.ToString())
                .Concat(Erred)
                .Append(More)
                .Append(GivenUp is null ? null : $"The run ended early: {GivenUp}.")
                .Append(
                    $"{(IsHonoured ? "The description is honoured" : "The description is not shown to be honoured")}: "
                        + Counts
                )
                .OfType<string>()
        );

    private IEnumerable<string> Erred =>
        Cases
            .Where(c => c.Outcome == CaseOutcome.Erred)
            .Take(MaxFindingsShown)
            .Select(c => $"The suite erred at {c.Id}: {c.Reason}.");

    private string? More =>
        Findings.Count() is var all and > MaxFindingsShown
            ? $"and {Amounts.Of(all - MaxFindingsShown, "more finding")}"
            : null;

    private string Counts =>
        string.Join(
            ", ",
            Cases
                .GroupBy(c => c.Outcome)
                .OrderBy(g => g.Key)
                .Select(g => $"{Amounts.Of(g.Count(), "case")} {g.Key.ToString().ToLowerInvariant()}")
                .DefaultIfEmpty("no case")
        ) + ".";
}
