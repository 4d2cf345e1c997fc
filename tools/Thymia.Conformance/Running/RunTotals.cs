using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Running;

/// <summary>Counts of a run. <see cref="Cases"/> is the sum of all the others but findings and remarks.</summary>
public sealed record RunTotals(
    int Cases,
    int Passed,
    int Failed,
    int Tolerated,
    int Inconclusive,
    int Skipped,
    int Discarded,
    int Findings
)
{
    /// <summary>Cases that are broken only where that is known.</summary>
    public int Known { get; init; }

    /// <summary>Cases at which the suite itself failed.</summary>
    public int Erred { get; init; }

    /// <summary>What is worth saying and counts for nothing.</summary>
    public int Remarks { get; init; }

    /// <summary>Cases whose answer led to a verdict.</summary>
    public int Judged => Passed + Failed + Tolerated + Known;

    public static RunTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>
    /// 0 passed, 1 contract broken or a fault of the suite, 3 where there were cases and none was judged.
    /// </summary>
    public int ExitCode =>
        Failed > 0 || Discarded > 0 || Erred > 0 ? 1
        : Cases > 0 && Judged == 0 ? 3
        : 0;

    /// <summary>The counts after one more event; those that are about no case change nothing.</summary>
    public RunTotals Plus(RunEvent happened) =>
        happened switch
        {
            RunEvent.CaseDiscarded => this with { Cases = Cases + 1, Discarded = Discarded + 1 },
            RunEvent.CaseJudged judged => Plus(judged.Verdict) with { Remarks = Remarks + judged.Remarks.Count },
            _ => this,
        };

    private RunTotals Plus(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => this with { Cases = Cases + 1, Passed = Passed + 1 },
            Verdict.Failed failed => this with
            {
                Cases = Cases + 1,
                Failed = Failed + 1,
                Findings = Findings + failed.Findings.Count,
            },
            Verdict.Tolerated => this with { Cases = Cases + 1, Tolerated = Tolerated + 1 },
            Verdict.Known => this with { Cases = Cases + 1, Known = Known + 1 },
            Verdict.Inconclusive => this with { Cases = Cases + 1, Inconclusive = Inconclusive + 1 },
            Verdict.Erred => this with { Cases = Cases + 1, Erred = Erred + 1 },
            _ => this with { Cases = Cases + 1, Skipped = Skipped + 1 },
        };
}
