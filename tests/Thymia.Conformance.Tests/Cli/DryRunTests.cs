namespace Thymia.Conformance.Tests.Cli;

public sealed class DryRunTests
{
    [Fact]
    public async Task Says_what_would_be_sent_to_a_remote_provider_and_how_many_calls_could_be_created()
    {
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "key-of-a-test-1" } };

        // A reserved name that nobody can reach: sending would fail.
        var exit = await line.RunAsync(
            "run",
            "--dry-run",
            "--base-url",
            "https://api.invalid",
            "--out",
            line.Path("out")
        );

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
    public async Task Needs_no_key_and_no_https_and_says_that_a_run_does()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("run", "--dry-run", "--base-url", "http://api.invalid", "--random", "0"));

        Assert.Matches(
            "(?m)^Needed    before anything is sent: BaseUrl: the key would travel unencrypted to api.invalid; ",
            line.Out
        );
        Assert.Equal(0, await line.RunAsync("run", "--dry-run", "--base-url", "https://api.invalid", "--random", "0"));
        Assert.Matches(
            "(?m)^Needed    before anything is sent: ApiKey: the provider at api.invalid needs a key",
            line.Out
        );
        Assert.Equal(2, await line.RunAsync("run", "--base-url", "https://api.invalid", "--random", "0"));
    }

    [Fact]
    public async Task Shows_each_request_where_that_is_asked()
    {
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "key-of-a-test-1" } };

        Assert.Equal(
            0,
            await line.RunAsync("run", "--dry-run", "--verbose", "--base-url", "https://api.invalid", "--random", "0")
        );

        Assert.Matches("(?m)^valid     POST /v1/calls +[0-9,]+ bytes  post-v1-calls:[^ ]+$", line.Out);
        Assert.Matches(
            "(?m)^invalid   POST /v1/calls +[0-9,]+ bytes  post-v1-calls:user.birthSex:enum:lower-case$",
            line.Out
        );
        Assert.Matches("(?m)^skipped   POST /v1/calls +[0-9,]+ bytes  ", line.Out);
        Assert.DoesNotContain("Needed", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-a-test-1", line.Out, StringComparison.Ordinal);
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
