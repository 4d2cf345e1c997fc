using System.Globalization;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>The cells of a self-test's tables, whatever they are drawn with.</summary>
internal static class SelfTestRows
{
    public static IReadOnlyList<string> DefectTitles { get; } =
    ["Defect", "Result", "Found by", "After", "Time", "Set on purpose"];

    public static IReadOnlyList<string> HealthyTitles { get; } =
    ["Provider without a Defect", "Policy", "Set on purpose", "Cases", "Tolerated", "False alarms", "Time"];

    public static IReadOnlyList<string> Of(DefectOutcome outcome) =>
        [
            outcome.Defect.Name,
            Result(outcome),
            outcome.Checks.Count == 0
                ? $"not by {outcome.Defect.Check}"
                : string.Join(", ", outcome.Checks)
                    + (outcome.IsFoundAsMeant ? "" : $", not by {outcome.Defect.Check}"),
            Amounts.Of(outcome.Requests, "request"),
            Amounts.Time(outcome.Time),
            outcome.Settings,
        ];

    public static IReadOnlyList<string> Of(HealthyOutcome outcome) =>
        [
            outcome.Mode,
            outcome.Chosen.Count == 0 ? outcome.Policy : $"{outcome.Policy}: {string.Join(", ", outcome.Chosen)}",
            outcome.Settings,
            Amounts.Whole(outcome.Cases),
            Amounts.Whole(outcome.Tolerated),
            (outcome.FalseAlarms == 0 ? "none" : Amounts.Whole(outcome.FalseAlarms))
                + (outcome.Unjudged == 0 ? "" : $", {Amounts.Whole(outcome.Unjudged)} without a verdict"),
            Amounts.Time(outcome.Time),
        ];

    private static string Result(DefectOutcome outcome)
    {
        var (missed, seeds) = (outcome.MissedBy, outcome.Results.Count);
        return missed.Count == 0 ? "found"
            : missed.Count == seeds ? "MISSED"
            : $"MISSED by {missed.Count} of {seeds} seeds: "
                + string.Join(", ", missed.Select(s => s.ToString(CultureInfo.InvariantCulture)));
    }
}
