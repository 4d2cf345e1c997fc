using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Map;
using Thymia.Conformance.Reports.Masks;

namespace Thymia.Conformance.Reports.Html;

/// <summary>Makes of a run what the page shows.</summary>
internal sealed class PageReader(RunRecord run, ReplayCommand replay, Masking masking, string toolVersion)
{
    private const int MostFindings = 100;
    private const int LongestBody = 6_000;

    public PageModel Read()
    {
        var exchanges = new ExchangeReader(run.Started!.BaseUrl, replay, masking);
        var trees = new MapTreeReader(run).Read();
        return new PageModel
        {
            Run = run,
            Tool = $"thymia-conformance {toolVersion}",
            IsEmbedded = replay.Embedded,
            Trees = trees,
            Exchanges = new ExchangeList(exchanges, trees),
            Findings = Findings(exchanges),
            Masked = [.. masking.Paths.Select(p => p.Text)],
            Rules = Rules(),
        };
    }

    private List<FindingView> Findings(ExchangeReader exchanges)
    {
        var contract = new ContractIndex(run.Started!.Description);
        return
        [
            .. run.Groups.Take(MostFindings).Select((group, i) => Finding(
                $"finding-{i + 1}", group, Exchange(exchanges, group), ContractQuote.Of(contract, group.Example))),
        ];
    }

    private FindingView Finding(string anchor, FindingGroup group, ShownExchange exchange, ContractQuote? quote) =>
        new(anchor, group, CheckCatalogue.Find(group.Check)!, exchange, quote)
        {
            Sentence = masking.Text(group.Sentence),
            Location = masking.Text(group.Example.Finding.Location),
            Found = masking.Text(group.Example.Finding.Found),
            Expected = masking.Text(group.Example.Finding.Expected),
            Smallest = group.Example.Reduced is { } reduced ? masking.Request(reduced) : null,
        };

    private ShownExchange Exchange(ExchangeReader exchanges, FindingGroup group) =>
        run.ExchangeOf(group.Example) is { } judged
            ? exchanges.Of(judged, CellOutcome.Wrong, LongestBody)
            : exchanges.Of(new RunEvent.CaseDiscarded(group.Example.Case, ""), CellOutcome.Wrong, LongestBody) with
            {
                Remarks = [],
            };

    private IReadOnlyList<RuleView> Rules() =>
    [
        .. run.Remarks.Where(r => r.Verdict == "tolerated").GroupBy(r => (Rule: r.Rule ?? "", r.Reason))
            .Select(g => new RuleView(g.Key.Rule, g.Key.Reason, g.Count(), g.First().CaseId))
            .OrderByDescending(r => r.Cases).ThenBy(r => r.Rule, StringComparer.Ordinal),
    ];
}
