using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>What a pipe or a file gets, whatever job runner the process finds itself on.</summary>
public sealed class PipeTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("TERM", "xterm-256color")]
    public async Task Gets_no_colour_codes(string variable, string value)
    {
        using var line = new CommandLine();
        Assert.Equal(
            0,
            await line.RunAsync(
                "run",
                "--no-pacts",
                "--random",
                "0",
                "--filter",
                "keyword=enum,kind=lower-case",
                "--out",
                line.Path("results")
            )
        );

        var (exit, output) = await SuiteProcess.WaitAsync(
            CliProcess.Start(
                line.Folder,
                new Dictionary<string, string> { [variable] = value },
                "diff",
                "results",
                "results"
            ),
            TestContext.Current.CancellationToken
        );

        Assert.True(exit == 0, output);
        Assert.NotEmpty(output);
        Assert.DoesNotContain('\u001b', output);
    }
}
