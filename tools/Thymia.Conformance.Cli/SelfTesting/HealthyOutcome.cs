using Thymia.Conformance.Cli.Running;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>What came of a provider without a Defect, in one mode under one policy, over all seeds.</summary>
internal sealed record HealthyOutcome(IReadOnlyList<TrialResult> Results)
{
    private Trial Trial => Results[0].Trial;

    public string Mode => DefectOptions.NameOf(Trial.Mode);

    public string Policy => Trial.Policy;

    /// <summary>The policies that <c>auto</c> chose; empty where one was given.</summary>
    public IReadOnlyList<string> Chosen =>
        Policy == "auto" ? [.. Results.Select(r => r.Policy).Distinct().Order(StringComparer.Ordinal)] : [];

    public string Settings => Trial.Settings;

    public int Cases => Results.Sum(r => r.Totals.Cases);

    public int Tolerated => Results.Sum(r => r.Totals.Tolerated);

    /// <summary>Cases that failed although nothing is wrong.</summary>
    public int FalseAlarms => Results.Sum(r => r.Totals.Failed);

    /// <summary>Cases without a verdict.</summary>
    public int Unjudged =>
        Results.Sum(r => r.Totals.Inconclusive + r.Totals.Skipped + r.Totals.Discarded + r.Totals.Erred);

    public bool IsClean => Results.All(r => r.IsClean);

    public TimeSpan Time => TimeSpan.FromTicks(Results.Sum(r => r.Time.Ticks));

    public string? First => Results.Select(r => r.First).FirstOrDefault(f => f is not null);
}
