using Thymia.Provider;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>One run against one provider that starts for it.</summary>
/// <param name="Defect">What is wrong with the provider; null where nothing is and every finding is a false alarm.</param>
/// <param name="Policy">By which its answers are judged, or <c>auto</c>.</param>
internal sealed record Trial(DefectInfo? Defect, ProviderMode Mode, string Policy, ulong Seed)
{
    public TrialDemands Demands { get; init; } = TrialDemands.None;

    /// <summary>True where time is judged: such a trial shares the machine with no other.</summary>
    public bool IsTimed => Demands.Budget is not null || Defect?.Check == "head-of-line";
}
