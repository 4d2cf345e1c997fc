using Thymia.Conformance.Reports.Model.Map;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>How an outcome looks: a colour, a sign for those who see none, and a word.</summary>
internal static class OutcomeLook
{
    /// <summary>In the order of the legend.</summary>
    public static IReadOnlyList<CellOutcome> All { get; } =
    [
        CellOutcome.AsDocumented,
        CellOutcome.Tolerated,
        CellOutcome.Accepted,
        CellOutcome.Refused,
        CellOutcome.Wrong,
        CellOutcome.Error,
        CellOutcome.NotSent,
    ];

    /// <summary>The style class, and the word by which filters know it.</summary>
    public static string Class(CellOutcome outcome) =>
        outcome switch
        {
            CellOutcome.AsDocumented => "ok",
            CellOutcome.Tolerated => "tolerated",
            CellOutcome.Accepted => "accepted",
            CellOutcome.Refused => "refused",
            CellOutcome.Wrong => "wrong",
            CellOutcome.Error => "error",
            _ => "unsent",
        };

    public static string Sign(CellOutcome outcome) =>
        outcome switch
        {
            CellOutcome.AsDocumented => "✓",
            CellOutcome.Tolerated => "~",
            CellOutcome.Accepted => "!",
            CellOutcome.Refused => "−",
            CellOutcome.Wrong => "≠",
            CellOutcome.Error => "×",
            _ => "·",
        };

    public static string Word(CellOutcome outcome) =>
        outcome switch
        {
            CellOutcome.AsDocumented => "as documented",
            CellOutcome.Tolerated => "tolerated",
            CellOutcome.Accepted => "accepted",
            CellOutcome.Refused => "refused",
            CellOutcome.Wrong => "answered wrongly",
            CellOutcome.Error => "error",
            _ => "not sent",
        };

    public static string Meaning(CellOutcome outcome) =>
        outcome switch
        {
            CellOutcome.AsDocumented => "Broken requests rejected, valid ones accepted, as the contract documents it",
            CellOutcome.Tolerated => "Not as documented, but allowed by a named rule or a known deviation",
            CellOutcome.Accepted => "Broken, and accepted all the same",
            CellOutcome.Refused => "Valid, and refused all the same",
            CellOutcome.Wrong => "The right kind of answer with something wrong in it",
            CellOutcome.Error => "The provider failed, or did not answer",
            _ => "Ruled out by the configuration, or discarded",
        };

    public static string Of(MapCell cell) =>
        cell switch
        {
            { Outcome: CellOutcome.AsDocumented, IsValid: true } => "accepted as documented",
            { Outcome: CellOutcome.AsDocumented } => "rejected as documented",
            { Outcome: CellOutcome.Error, Status: null } => "no answer",
            _ => Word(cell.Outcome),
        };
}
