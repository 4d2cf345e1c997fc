using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>
/// What a trial demands beyond a usual run. Some Defects break only what a run leaves alone unless told otherwise:
/// input that makes no sense though the schema allows it, and speed, which the contract does not promise.
/// </summary>
/// <param name="SchemaTier">Whether all that the schema's letter allows must be accepted.</param>
/// <param name="Budget">How long any answer may take; null sets no limit.</param>
internal sealed record TrialDemands(bool SchemaTier, TimeSpan? Budget)
{
    /// <summary>
    /// Below the three seconds by which slow Defects are late, far above what a healthy answer takes on a busy machine.
    /// </summary>
    private static readonly TimeSpan UsualBudget = TimeSpan.FromSeconds(2);

    private static readonly HashSet<string> OfSchemaTier = new(StringComparer.Ordinal)
    {
        "agent-without-id-refused",
        "empty-agent-refused",
        "empty-label-refused",
        "empty-metadata-refused",
        "large-body-refused",
        "phone-number-punctuation-refused",
    };

    public static TrialDemands None { get; } = new(false, null);

    /// <summary>All that any Defect needs, for a provider that must not raise an alarm even so.</summary>
    public static TrialDemands All { get; } = new(true, UsualBudget);

    /// <summary>The options of a run that demand the same; empty where it is a usual one.</summary>
    public string Text => string.Join(' ', TextParts());

    public static TrialDemands For(DefectInfo defect) =>
        new(OfSchemaTier.Contains(defect.Name), defect.Check == "latency" ? UsualBudget : null);

    public JudgeOptions AddTo(JudgeOptions judging) =>
        judging with
        {
            DemandSchemaOnly = SchemaTier,
            AcceptedWithin = Budget,
            RefusedWithin = Budget,
        };

    private IEnumerable<string> TextParts()
    {
        if (SchemaTier)
        {
            yield return $"{SettingCatalogue.Tier.Option} schema";
        }

        if (Budget is { TotalMilliseconds: var limit })
        {
            yield return $"--accepted-within {limit:0}ms --refused-within {limit:0}ms";
        }
    }
}
