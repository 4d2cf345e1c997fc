using System.Text.Encodings.Web;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Model.Map;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>Makes of a run what the page shows.</summary>
internal sealed class PageReader(RunRecord run, ReplayCommand replay, Masking masking, string toolVersion)
{
    private const int MostFindings = 100;
    private const int LongestBody = 6_000;
    private const int ShortBody = 400;

    // Of the page's bytes. Beyond that, causes are told with less of their exchanges.
    private const int MostBytes = 600_000;

    public PageModel Read()
    {
        var exchanges = new ExchangeReader(run.Started!.BaseUrl, replay, masking);
        var trees = new MapTreeReader(run.Map, run.Answers, run.Started!.Description).Read();
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
        var findings = new List<FindingView>();
        var bytes = 0;
        foreach (var group in run.Groups.Take(MostFindings))
        {
            var brief = bytes > MostBytes;
            var longest = brief ? ShortBody : LongestBody;
            var exchange = Exchange(exchanges, group, longest, !brief) with
            {
                Reproduce = replay.For(group.Example.Case.Id),
            };
            var finding = Finding(
                $"finding-{findings.Count + 1}",
                group,
                exchange,
                ContractQuote.Of(contract, group.Example)
            ) with
            {
                Smallest = group.Example.Reduced is { } reduced ? exchanges.BodyOf(reduced, longest) : null,
            };
            bytes +=
                Weight(exchange.RequestBody)
                + Weight(exchange.AnswerBody)
                + Weight(exchange.Curl)
                + Weight(finding.Smallest);
            findings.Add(finding);
        }

        return findings;
    }

    private static int Weight(string? text) => text is null ? 0 : HtmlEncoder.Default.Encode(text).Length;

    private FindingView Finding(string anchor, FindingGroup group, ShownExchange exchange, ContractQuote? quote) =>
        new(anchor, group, run.CheckOf(group.Check), exchange, quote)
        {
            Sentence = masking.Text(group.Sentence),
            Subject = masking.Text(group.When ?? group.Example.Finding.Location),
            Found = masking.Text(group.Example.Finding.Found),
            Expected = masking.Text(group.Example.Finding.Expected),
        };

    private ShownExchange Exchange(ExchangeReader exchanges, FindingGroup group, int longestBody, bool commands) =>
        run.ExchangeOf(group.Example) is { } judged
            ? exchanges.Of(judged, CellOutcome.Wrong, longestBody, commands)
            : exchanges.Of(
                new RunEvent.CaseDiscarded(group.Example.Case, ""),
                CellOutcome.Wrong,
                longestBody,
                commands
            ) with
            {
                Remarks = [],
            };

    private IReadOnlyList<RuleView> Rules() =>
        [
            .. run
                .Remarks.Where(r => r.Verdict == "tolerated")
                .GroupBy(r => (Rule: r.Rule ?? "", r.Reason))
                .Select(g => new RuleView(g.Key.Rule, g.Key.Reason, g.Count(), g.First().CaseId))
                .OrderByDescending(r => r.Cases)
                .ThenBy(r => r.Rule, StringComparer.Ordinal),
        ];
}
