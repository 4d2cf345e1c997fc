using Spectre.Console.Testing;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Reports;

public sealed class ScreensTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Show_a_broken_contract(int width) =>
        Snapshot.Match($"run-broken-{width}", Screen(Runs.OfEveryKind(), width));

    [Fact]
    public void Show_an_honoured_contract() =>
        Snapshot.Match(
            "run-honoured",
            Screen(Runs.Record([Runs.Judged("body:example:documented", new Verdict.Passed())]), 80)
        );

    [Fact]
    public void Show_a_run_without_a_verdict() =>
        Snapshot.Match(
            "run-inconclusive",
            Screen(
                Runs.Record(
                    [Runs.Judged("body:example:documented", new Verdict.Inconclusive("timed out after 30 s"))],
                    cancelled: true
                ),
                80
            )
        );

    [Fact]
    public void Take_markup_in_an_answer_for_text()
    {
        var run = Runs.Record([
            Runs.Failed(
                "language:enum:extended",
                "echo",
                "answer body at /[red]x[/]",
                "\"[link=https://example.com]\"",
                "[/]",
                "sense"
            ),
        ]);

        Assert.Contains(
            """at /[red]x[/]: found "[link=https://example.com]", expected [/] (sense)""",
            Screen(run, 300),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Never_break_a_command_in_two()
    {
        var screen = Screen(Runs.OfEveryKind(), 40);
        var examples = Runs.OfEveryKind().Groups.Select(g => g.Example.Case).ToList();

        Assert.All(examples, e =>
            Assert.Contains(CurlLine.Of(e.Request, Runs.BaseUrl), screen, StringComparison.Ordinal)
        );
        Assert.Contains(Runs.Replay.For(examples[0].Id), screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_the_smallest_request_that_fails_beside_the_one_that_was_drawn()
    {
        var run = Runs.Record([Runs.Reduced()]);

        Assert.Contains("reduced   from 15 to 7 bytes, still failing:", Screen(run, 300), StringComparison.Ordinal);
        Assert.Contains("--data-raw '{\"a\":1}' ", Screen(run, 300), StringComparison.Ordinal);
        Assert.Contains("--data-raw '{\"a\":1,\"b\":[2]}' ", Screen(run, 300), StringComparison.Ordinal);
    }

    [Fact]
    public void Group_findings_of_one_cause_under_the_shortest_request()
    {
        var groups = Runs.OfEveryKind().Groups;

        Assert.Equal([("invalid-rejected", 2), ("no-server-error", 1)], groups.Select(g => (g.Check, g.Cases)));
        Assert.Equal(
            groups[0].Findings.Min(f => f.Case.Request.Body!.Value.Length),
            groups[0].Example.Case.Request.Body!.Value.Length
        );
    }

    private static string Screen(RunRecord run, int width)
    {
        using var console = new TestConsole();
        console.Profile.Width = width;
        CheckTable.Write(console, run);
        FindingList.Write(console, run);
        RemarkList.Write(console, run);
        VerdictLines.Write(console, run, Runs.Replay, [("Results", "results/results.json")]);
        return console.Output;
    }
}
