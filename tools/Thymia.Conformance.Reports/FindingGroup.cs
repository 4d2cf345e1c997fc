using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Reports;

/// <summary>Findings of one cause: the same check, at the same place, demanding the same.</summary>
public sealed record FindingGroup(string Check, IReadOnlyList<ReportedFinding> Findings)
{
    /// <summary>The one to show: the shortest request, so that a reader has least to read.</summary>
    public ReportedFinding Example { get; } =
        Findings.OrderBy(f => f.Case.Request.Body?.Length ?? 0).ThenBy(f => f.Case.Id, StringComparer.Ordinal).First();

    /// <summary>How many cases led to it.</summary>
    public int Cases => Findings.Select(f => f.Finding.CaseId).Distinct().Count();

    /// <summary>The largest group first; groups of one size by check and place.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<ReportedFinding> findings) =>
    [
        .. findings
            .GroupBy(f => CauseOf(f.Finding))
            .Select(g => new FindingGroup(g.First().Finding.Check, [.. g]))
            .OrderByDescending(g => g.Cases)
            .ThenBy(g => g.Check, StringComparer.Ordinal)
            .ThenBy(g => g.Example.Case.Id, StringComparer.Ordinal),
    ];

    private static (string Check, string Operation, string Location, string Expected, string Source) CauseOf(Finding f) =>
        (f.Check, f.Operation, f.Location, f.Expected, f.Source);
}
