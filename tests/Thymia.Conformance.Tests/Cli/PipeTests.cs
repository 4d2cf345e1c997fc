using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>What a pipe or a file gets, whatever job runner the process finds itself on.</summary>
public sealed class PipeTests
{
    [Theory(Explicit = true)]
    [InlineData("constraints")]
    [InlineData("inspect --format json")]
    [InlineData("serve --list-defects")]
    [InlineData("run --no-pacts --random 0 --filter keyword=enum")]
    [InlineData("completion bash")]
    public async Task A_full_disk_is_one_sentence(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no such device here");
        using var line = new CommandLine();

        var (exit, output) = await SuiteProcess.WaitAsync(
            CliProcess.StartInto("/dev/full", line.Folder, command.Split(' ')),
            TestContext.Current.CancellationToken
        );

        Assert.True(exit == 2, output);
        Assert.Equal(
            "error: standard output: cannot be written: the disk is full; make room, or lead it elsewhere.\n",
            output
        );
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("GITLAB_CI", "true")]
    [InlineData("FORCE_COLOR", "1")]
    [InlineData("CLICOLOR_FORCE", "1")]
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
