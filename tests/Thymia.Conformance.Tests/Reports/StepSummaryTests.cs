using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Formats.StepSummary;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Reports;

public sealed class StepSummaryTests
{
    [Fact]
    public void Shows_verdict_findings_and_how_to_see_the_first_again() =>
        Snapshot.Match("step-summary-broken", StepSummaryText.Of(Runs.OfEveryKind(), Runs.Replay));

    [Fact]
    public void Is_short_where_all_is_well() =>
        Assert.Equal(
            "### ✅ The contract is honoured in all 1 case.\n\n"
                + "` https://staging.example.com/api ` · 1 passed; 1 request in 1.2 s · seed 7\n\n",
            StepSummaryText.Of(Runs.Record([Runs.Judged("body:example:documented", new Verdict.Passed())]), Runs.Replay)
        );

    [Theory]
    [InlineData("`</td><img src=x>`")]
    [InlineData("``` | a")]
    public void Lets_no_answer_break_out_of_its_cell(string found)
    {
        var text = StepSummaryText.Of(
            Runs.Record([Runs.Failed("language:enum:extended", "echo", "answer body", found, "text", "sense")]),
            Runs.Replay
        );

        var row = text.Split('\n').Single(l => l.StartsWith("| echo |", StringComparison.Ordinal));
        var fence = new string('`', row.Split("| 1 | ")[1].TakeWhile(c => c == '`').Count());
        Assert.DoesNotContain(fence, found, StringComparison.Ordinal);
        Assert.EndsWith($" {fence} |", row, StringComparison.Ordinal);
        Assert.Equal(4, row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|'));
    }

    [Fact]
    public async Task Is_added_to_the_file_that_the_service_names()
    {
        using var line = new CommandLine();
        line.Environment["GITHUB_STEP_SUMMARY"] = line.Write("summary.md", "earlier\n");

        Assert.Equal(0, await line.RunAsync("run", "--no-pacts", "--random", "0", "--out", line.Path("results")));

        Assert.StartsWith(
            "earlier\n### ✅ The contract is honoured",
            await File.ReadAllTextAsync(line.Path("summary.md"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
