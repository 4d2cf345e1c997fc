using Thymia.Provider;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>What came of one Defect over all seeds.</summary>
internal sealed record DefectOutcome(DefectInfo Defect, IReadOnlyList<TrialResult> Results)
{
    /// <summary>True where every seed found it.</summary>
    public bool IsFound => Results.All(r => r.IsFound);

    public bool IsFoundAsMeant => Results.All(r => r.IsFoundAsMeant);

    /// <summary>Seeds that missed it.</summary>
    public IReadOnlyList<ulong> MissedBy => [.. Results.Where(r => !r.IsFound).Select(r => r.Trial.Seed)];

    /// <summary>Of all seeds, the one that the Defect names first.</summary>
    public IReadOnlyList<string> Checks =>
        [.. Results.SelectMany(r => r.Checks).Distinct().OrderBy(c => c == Defect.Check ? 0 : 1)];

    /// <summary>Of the middle seed.</summary>
    public int Requests => Median(Results.Select(r => r.Requests));

    /// <summary>Of the middle seed.</summary>
    public TimeSpan Time => Median(Results.Select(r => r.Time));

    public string Settings => Results[0].Trial.Settings;

    private static T Median<T>(IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }
}
