using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>What a self-test showed.</summary>
/// <param name="Results">In the order of the trials.</param>
internal sealed record SelfTestReport(IReadOnlyList<ulong> Seeds, IReadOnlyList<TrialResult> Results, TimeSpan Time)
{
    /// <summary>True where it was stopped before its last trial.</summary>
    public bool Stopped { get; init; }

    public IReadOnlyList<DefectOutcome> Defects { get; } =
    [
        .. Results
            .Where(r => r.Trial.Defect is not null)
            .GroupBy(r => r.Trial.Defect!)
            .Select(g => new DefectOutcome(g.Key, [.. g])),
    ];

    public IReadOnlyList<HealthyOutcome> Healthy { get; } =
    [
        .. Results
            .Where(r => r.Trial.Defect is null)
            .GroupBy(r => r.Trial with { Seed = 0 })
            .Select(g => new HealthyOutcome([.. g])),
    ];

    public int Found => Defects.Count(d => d.IsFound);

    public int FalseAlarms => Healthy.Sum(h => h.FalseAlarms);

    /// <summary>0 where every Defect was found and nothing else, 3 where it was stopped before that is known.</summary>
    public int ExitCode =>
        Found < Defects.Count || Healthy.Any(h => !h.IsClean) ? 1
        : Stopped || Results.Count == 0 ? 3
        : 0;

    /// <summary>The settings that trials made on purpose, each with how many Defects need it.</summary>
    public IReadOnlyList<(string Settings, IReadOnlyList<string> Defects)> Settings =>
        [
            .. Defects
                .Where(d => d.Settings.Length > 0)
                .GroupBy(d => d.Settings)
                .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(d => d.Defect.Name)])),
        ];

    /// <summary>The outcome in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var found = Defects.Count == 0 ? "" : $"{Found} of {Amounts.Of(Defects.Count, "Defect")} found";
            var meant = Defects.Count(d => d.IsFoundAsMeant);
            var named = meant == Found ? "" : $", {meant} by the check that is meant to";
            var runs = Amounts.Of(Healthy.Sum(h => h.Results.Count), "run");
            var alarms =
                Healthy.Count == 0
                    ? ""
                    : $"{(found.Length > 0 ? "; " : "")}{(FalseAlarms == 0 ? "no" : FalseAlarms)} false alarm"
                        + $"{(FalseAlarms > 1 ? "s" : "")} in {runs} without a Defect";
            var seeds = Seeds is [var only] ? $"seed {only}" : $"{Seeds.Count} seeds, {Seeds[0]} to {Seeds[^1]}";
            return $"{(Stopped ? "Stopped. " : "")}{found}{named}{alarms} ({seeds}, {Amounts.Time(Time)}).";
        }
    }
}
