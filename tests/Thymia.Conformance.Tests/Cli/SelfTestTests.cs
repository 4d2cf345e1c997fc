using System.Text.Json;

namespace Thymia.Conformance.Tests.Cli;

public sealed class SelfTestTests
{
    [Fact]
    public async Task Finds_a_Defect_by_the_check_that_is_meant_to()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("self-test", "--defect", "user-takes-null"));

        var row = Assert.Single(line.Out.Split('\n'), l => l.StartsWith("user-takes-null ", StringComparison.Ordinal));
        Assert.Matches(@" found +invalid-rejected +[0-9]+ requests? +[0-9.]+ m?s$", row.TrimEnd());
        Assert.Contains("1 of 1 Defect found (seed 1, ", line.Out, StringComparison.Ordinal);
        Assert.Empty(line.Error);
    }

    [Fact]
    public async Task Says_what_is_missed()
    {
        using var line = new CommandLine();

        // To pydantic v1, null for an optional property is none of the client's faults.
        var exit = await line.RunAsync("self-test", "--mode", "pydantic-v1", "--defect", "metadata-takes-null");

        Assert.Equal(1, exit);
        Assert.Contains("MISSED  not by invalid-rejected", line.Out, StringComparison.Ordinal);
        Assert.Contains("0 of 1 Defect found (", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_cases_it_asks_for_on_purpose()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("self-test", "--defect", "empty-label-refused"));

        Assert.Contains(
            "Set on purpose for 1 of them, which no usual run sees: --tier schema",
            line.Out,
            StringComparison.Ordinal
        );
    }

    // The provider takes its time.
    [Fact(Explicit = true)]
    public async Task Says_which_times_it_sets_on_purpose()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("self-test", "--defect", "slow"));

        Assert.Contains("--accepted-within 2000ms --refused-within 2000ms", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_machines_of_every_seed()
    {
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await line.RunAsync(
                "self-test",
                "--defect",
                "id-not-uuid",
                "--seeds",
                "3-5",
                "--parallel",
                "2",
                "--format",
                "json"
            )
        );

        var root = JsonDocument.Parse(line.Bytes).RootElement;
        Assert.Equal(1, root.GetProperty("found").GetInt32());
        Assert.Equal(
            [3, 4, 5],
            root.GetProperty("trials").EnumerateArray().Select(t => t.GetProperty("seed").GetInt32())
        );
        Assert.All(root.GetProperty("trials").EnumerateArray(), t =>
        {
            Assert.Equal("response-schema", t.GetProperty("checks")[0].GetString());
            Assert.InRange(t.GetProperty("requests").GetInt32(), 1, 600);
            Assert.Contains("at /id: found \"call-", t.GetProperty("first").GetString(), StringComparison.Ordinal);
        });
        Assert.Empty(line.Out);
    }

    [Fact]
    public async Task Writes_a_document()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("self-test", "--defect", "id-not-uuid", "--format", "markdown"));

        var lines = line.Out.Split('\n');
        Assert.StartsWith("### 1 of 1 Defect found (seed 1, ", lines[0], StringComparison.Ordinal);
        Assert.Equal("| Defect | Result | Found by | After | Time | Set on purpose |", lines[2]);
        Assert.StartsWith("| id-not-uuid | found | response-schema | ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_what_was_tried_when_it_is_stopped()
    {
        using var line = new CommandLine { IsInteractive = true, Width = 100 };
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.Equal(3, await line.RunUntilAsync(stop.Token, "self-test"));

        Assert.Contains("Stopped.", line.Out, StringComparison.Ordinal);
        Assert.Empty(line.Error);
    }

    [Theory]
    [InlineData("--defect id-not-uid", "--defect: there is no Defect 'id-not-uid'; perhaps id-not-uuid is meant.")]
    [InlineData("--seeds 20-1", "--seeds: '20-1' is not allowed; give a range such as 1-20, of at most 1000 seeds.")]
    [InlineData("--seeds 1-x", "--seeds: '1-x' is not allowed; give a range such as 1-20, of at most 1000 seeds.")]
    [InlineData("--seed -1", "--seed: '-1' is not allowed; give a whole number from 0 to 18446744073709551615.")]
    [InlineData("--seed 1 --seeds 2-3", "--seeds: --seed and --seeds exclude each other; leave one of them out.")]
    [InlineData("--format xml", "--format: 'xml' is not allowed; give text, json or markdown.")]
    [InlineData("--parallel 0", "--parallel: '0' is not allowed; give a whole number from 1 to 64.")]
    public async Task Says_in_one_sentence_what_it_cannot_do(string words, string sentence)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(["self-test", .. words.Split(' ')]));
        Assert.Equal($"error: {sentence}{Environment.NewLine}", line.Error);
        Assert.Empty(line.Out);
    }
}
