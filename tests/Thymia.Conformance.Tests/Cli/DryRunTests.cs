namespace Thymia.Conformance.Tests.Cli;

public sealed class DryRunTests
{
    [Fact]
    public async Task Says_what_would_be_sent_to_a_remote_provider_and_how_many_calls_could_be_created()
    {
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "key-of-a-test-1" } };

        // A reserved name that nobody can reach: sending would fail.
        var exit = await line.RunAsync("run", "--dry-run", "--base-url", "https://api.invalid", "--out", line.Path("out"));

        Assert.True(exit == 0, line.Error);
        Assert.Matches("(?m)^Valid     [0-9,]+ cases: .*combination [0-9]+, ", line.Out);
        Assert.Matches("(?m)^Invalid   [0-9,]+ cases: .*enum [0-9]+, ", line.Out);
        Assert.Matches("(?m)^Skipped   [0-9]+ cases: it carries a phone number", line.Out);
        Assert.Matches(@"(?m)^Calls     up to 25 calls created, the limit \(--max-accepted-calls\): ", line.Out);
        Assert.Matches(@"(?m)^Requests  [0-9]+ requests, in 1 min [0-9]+ s at least \(--rate\)", line.Out);
        Assert.EndsWith("Nothing was sent." + Environment.NewLine, line.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(line.Path("out")));
    }

    [Fact]
    public async Task Counts_every_call_where_there_is_no_limit()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("run", "--dry-run", "--random", "0"));

        Assert.DoesNotContain("the limit", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Skipped", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("at least", line.Out, StringComparison.Ordinal);
    }
}
