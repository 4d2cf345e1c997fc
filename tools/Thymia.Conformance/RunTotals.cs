namespace Thymia.Conformance;

/// <summary>Counts of a run. <see cref="Cases"/> is the sum of all the others but <see cref="Findings"/>.</summary>
public sealed record RunTotals(
    int Cases, int Passed, int Failed, int Tolerated, int Inconclusive, int Skipped, int Discarded, int Findings)
{
    /// <summary>0 passed, 1 contract broken or case discarded, 3 inconclusive.</summary>
    public int ExitCode => Failed > 0 || Discarded > 0 ? 1 : Inconclusive > 0 ? 3 : 0;
}
