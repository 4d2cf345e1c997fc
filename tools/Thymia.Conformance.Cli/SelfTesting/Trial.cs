using Thymia.Conformance.Cli.Running;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>One run against one provider that starts for it.</summary>
/// <param name="Defect">What is wrong with the provider; null where nothing is and every finding is a false
/// alarm.</param>
/// <param name="Policy">By which its answers are judged, or <c>auto</c>.</param>
internal sealed record Trial(DefectInfo? Defect, ProviderMode Mode, string Policy, ulong Seed)
{
    public TrialDemands Demands { get; init; } = TrialDemands.None;

    /// <summary>The options of a run that is like it, as far as they are not usual; empty where it is usual.</summary>
    public string Settings =>
        string.Join(
            ' ',
            (
                (string[])
                    [
                        IsOfFramework(Defect) ? $"--mode {DefectOptions.NameOf(Mode)} --policy {Policy}" : "",
                        Demands.Text,
                    ]
            ).Where(s => s.Length > 0)
        );

    /// <summary>True where the Defect shows only to a policy that knows the words of a framework.</summary>
    public static bool IsOfFramework(DefectInfo? defect) => defect?.Check == "error-vocabulary";

    /// <summary>True where time is judged: such a trial shares the machine with no other.</summary>
    public bool IsTimed => Demands.Budget is not null || Defect?.Check == "head-of-line";
}
