namespace Thymia.Conformance.Tests.Cli;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("thymia-conformance in", "init", "inspect")]
    [InlineData("thymia-conformance run --max-c", "--max-case-bytes", "--max-cases")]
    [InlineData("thymia-conformance deviations ac", "accept")]
    [InlineData("thymia-conformance no-such-command zz")]
    public async Task Prints_what_may_follow(string typed, params string[] words)
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("completion", "--line", typed));

        Assert.Equal(words, line.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Theory]
    [InlineData("bash", "complete -o default")]
    [InlineData("zsh", "compdef _thymia_conformance thymia-conformance")]
    [InlineData("fish", "complete -c thymia-conformance")]
    [InlineData("pwsh", "-CommandName thymia-conformance")]
    public async Task Prints_a_script_for_each_shell(string shell, string words)
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("completion", shell));

        Assert.Contains(words, line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("{tool}", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_shells_there_are()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("completion", "tcsh"));

        Assert.Equal(
            $"error: completion: there is no script for 'tcsh'; give bash, zsh, fish or pwsh.{Environment.NewLine}",
            line.Error
        );
    }
}
