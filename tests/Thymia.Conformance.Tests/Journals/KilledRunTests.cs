using Thymia.Conformance.Tests.Cli;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Journals;

public sealed class KilledRunTests
{
    private static readonly string[] Spoilt = ["birth-sex-any-case", "language-any-case"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [MemberData(nameof(KillPoints.Lines), MemberType = typeof(KillPoints))]
    public async Task A_run_that_was_killed_ends_with_the_same_results_and_judges_no_case_twice(int lines)
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions { Defects = Spoilt }, Token);
        using var line = new CommandLine();
        var url = provider.BaseUrl.ToString();
        Assert.Equal(1, await line.RunAsync("run", "--no-pacts", "--base-url", url, "--out", line.Path("whole")));
        Directory.CreateDirectory(line.Path("part"));
        using var process = CliProcess.Start(
            line.Folder,
            "run",
            "--no-pacts",
            "--base-url",
            url,
            "--rate",
            "250",
            "--out",
            line.Path("part")
        );

        var wasAlive = await process.KillAtAsync(
            line.Path("part/journal.jsonl"),
            KillPoints.BytesOf(line, "whole", lines),
            Token
        );

        Assert.True(wasAlive, await process.StandardError.ReadToEndAsync(Token));
        Assert.Equal(1, await line.RunAsync("run", "--no-pacts", "--resume", line.Path("part")));
        Assert.Equal(ResumeTests.Results(line, "whole"), ResumeTests.Results(line, "part"));
        var ids = ResumeTests.CaseIds(line.Path("part/journal.jsonl"));
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }
}
