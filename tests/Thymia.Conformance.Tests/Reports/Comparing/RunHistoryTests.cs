using System.Text;
using System.Text.Json;
using Spectre.Console.Testing;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Reports.Comparing;

public sealed class RunHistoryTests
{
    private static readonly RunHistory History = new([
        Night(3, 10, ("a", "as-documented", ""), ("b", "as-documented", "")),
        Night(1, 12, ("a", "accepted", ""), ("b", "accepted", "")),
        Night(2, 30, ("a", "as-documented", ""), ("b", "accepted", "")),
    ]);

    [Fact]
    public void Puts_runs_in_the_order_of_time()
    {
        Assert.Equal([1, 2, 3], History.Runs.Select(r => r.StartedAt.Day));
        Assert.Equal([0, 50, 100], History.PassShares);
    }

    [Fact]
    public void Reads_as_it_should_on_a_screen()
    {
        using var console = new TestConsole();
        console.Profile.Width = 100;

        HistoryScreen.Write(console, History);

        Snapshot.Match("history", console.Output);
    }

    [Fact]
    public async Task Is_the_same_as_json_and_as_a_page()
    {
        using var json = JsonDocument.Parse(HistoryJson.Of(History));
        var page = Encoding.UTF8.GetString(await HtmlPage.OfAsync(History));

        Assert.Equal(
            [0, 0.5, 1],
            json.RootElement.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("passShare").GetDouble())
        );
        Assert.Contains("aria-label=\"Passed: 0 %, 50 %, 100 %\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[0], "")]
    [InlineData(new double[] { 5 }, "▁")]
    [InlineData(new double[] { 5, 5 }, "▁▁")]
    [InlineData(new double[] { 0, 50, 100 }, "▁▅█")]
    public void Draws_a_line_of_blocks(double[] values, string line) =>
        Assert.Equal(line, RunHistory.Sparkline(values));

    private static RunSnapshot Night(int day, double p90, params (string, string, string)[] cells) =>
        RunSnapshots.Of(cells) with
        {
            StartedAt = new DateTimeOffset(2026, 1, day, 2, 0, 0, TimeSpan.Zero),
            Answers = [RunSnapshots.Answers(100, p90 / 2, p90 / 1.5, p90 / 1.2)],
        };
}
