using Thymia.Conformance.Cli.Running;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>One run against one provider that starts for it.</summary>
/// <param name="Defect">What is wrong with the provider; null where nothing is and every finding is a false
/// alarm.</param>
/// <param name="Policy">By which its answers are judged, or <c>auto</c>.</param>
internal sealed record Trial(DefectInfo? Defect, ProviderMode Mode, string Policy, ulong Seed)
{
    /// <summary>The description of the operations that the contract's prose implies, among the fixtures.</summary>
    public const string KeptCalls = "descriptions/thymia-calls-3.1.yaml";

    public TrialDemands Demands { get; init; } = TrialDemands.None;

    /// <summary>
    /// Whether it is about what the prose implies of calls that are kept, rather than the contract alone.
    /// </summary>
    public bool IsOfKeptCalls { get; init; } = Defect?.Group == "Kept";

    /// <summary>The options of a run that is like it, as far as they are not usual; empty where it is usual.</summary>
    public string Settings =>
        string.Join(
            ' ',
            (
                (string[])
                    [
                        IsOfKeptCalls ? $"--description fixtures/{KeptCalls}" : "",
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
