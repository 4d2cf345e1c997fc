using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Model.Map;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>All that the page shows, ready to be laid out.</summary>
public sealed record PageModel
{
    public required RunRecord Run { get; init; }

    public required string Tool { get; init; }

    /// <summary>Whether the reference provider was tested, started for this run.</summary>
    public required bool IsEmbedded { get; init; }

    public required IReadOnlyList<MapTree> Trees { get; init; }

    /// <summary>The exchanges that a click shows; cells know them by index.</summary>
    public required ExchangeList Exchanges { get; init; }

    public required IReadOnlyList<FindingView> Findings { get; init; }

    /// <summary>What is masked, as JSON paths.</summary>
    public required IReadOnlyList<string> Masked { get; init; }

    /// <summary>Null where no earlier run is compared with.</summary>
    public RunComparison? Changes { get; init; }

    public IReadOnlyList<RuleView> Rules { get; init; } = [];
}

/// <summary>One cause of findings, and the exchange that shows it best.</summary>
/// <param name="Anchor">The id of its place in the page.</param>
public sealed record FindingView(
    string Anchor,
    FindingGroup Group,
    CheckDescription Check,
    ShownExchange Exchange,
    ContractQuote? Quote
)
{
    /// <summary>The cause in one sentence, masked.</summary>
    public required string Sentence { get; init; }

    /// <summary>When the check fails, or where; masked.</summary>
    public required string Subject { get; init; }

    /// <summary>The smallest body found that fails alike; null where none was sought.</summary>
    public string? Smallest { get; init; }

    /// <summary>Masked.</summary>
    public required string Found { get; init; }

    /// <summary>Masked.</summary>
    public required string Expected { get; init; }
}

/// <summary>A rule by which answers were let pass.</summary>
/// <param name="Example">The first case by id.</param>
public sealed record RuleView(string Rule, string Reason, int Cases, string Example);
