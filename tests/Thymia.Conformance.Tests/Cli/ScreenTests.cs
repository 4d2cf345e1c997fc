using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Cli;

public sealed class ScreenTests
{
    [Fact]
    public async Task Lists_every_constraint_of_the_contract()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("constraints"));

        Snapshot.Match("constraints", line.Out);
    }

    [Fact]
    public async Task Lists_every_check()
    {
        using var line = new CommandLine { Width = 80 };

        Assert.Equal(0, await line.RunAsync("explain"));

        Snapshot.Match("explain", line.Out);
    }

    [Fact]
    public async Task Explains_a_case()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("explain", "post-v1-calls:user.birthSex:enum:lower-case", "--seed", "7"));

        Snapshot.Match("explain-case", line.Out);
    }

    [Fact]
    public async Task Colours_the_verdict_unless_told_not_to()
    {
        using var watched = new CommandLine { IsInteractive = true, Width = 80 };
        using var plain = new CommandLine
        {
            IsInteractive = true,
            Width = 80,
            Environment = { ["NO_COLOR"] = "1" },
        };

        string[] run = ["run", "--no-pacts", "--quiet", "--random", "0", "--filter", "keyword=enum", "--out"];

        var exit = await watched.RunAsync([.. run, watched.Path("results")]);
        await plain.RunAsync([.. run, plain.Path("results")]);

        Assert.True(exit == 0, watched.Out + watched.Error);
        Assert.Contains("\u001b[1;32m", watched.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("32m", plain.Out, StringComparison.Ordinal);
    }
}
