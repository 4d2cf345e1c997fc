using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>A comparison for machines.</summary>
public static class ComparisonJson
{
    /// <summary>An object; its members are named like those of the comparison.</summary>
    public static string Of(RunComparison comparison) =>
        IndentedJson.Of(
            new
            {
                version = 1,
                comparison.Sentence,
                comparison.ExitCode,
                old = Run(comparison.Old),
                @new = Run(comparison.New),
                comparison.ContractChanged,
                newlyBroken = comparison.NewlyBroken.Select(Change),
                brokenCauses = comparison.BrokenCauses.Select(c => new
                {
                    c.Check,
                    c.Sentence,
                    caseIds = c.Ways.Select(w => w.New.CaseId),
                }),
                addedBroken = comparison.AddedBroken.Select(c => new { c.CaseId, c.Outcome }),
                @fixed = comparison.Fixed.Select(Change),
                otherwise = comparison.Otherwise.Select(Change),
                comparison.StillBroken,
                added = comparison.Added.Select(c => c.CaseId),
                removed = comparison.Removed.Select(c => c.CaseId),
                latency = comparison.Latency.Select(l => new
                {
                    l.Kind,
                    oldP50Ms = l.Old.Milliseconds.P50,
                    newP50Ms = l.New.Milliseconds.P50,
                    oldP90Ms = l.Old.Milliseconds.P90,
                    newP90Ms = l.New.Milliseconds.P90,
                    l.IsBeyondNoise,
                    l.IsSlower,
                }),
                comparison.Vocabulary,
            }
        );

    private static object Run(RunSnapshot run) =>
        new
        {
            run.Source,
            run.StartedAt,
            run.BaseUrl,
            run.Seed,
            run.Description,
            run.Cases,
            run.Failed,
            policy = run.Policy?.Name,
        };

    private static object Change(CellChange change) =>
        new
        {
            change.New.CaseId,
            old = change.Old.Outcome,
            @new = change.New.Outcome,
            change.Finding?.Sentence,
        };
}
