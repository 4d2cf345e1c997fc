using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Journals;

public sealed class FolderTests
{
    // What they find is of no matter here.
    private static readonly string[] Few = ["run", "--quiet", "--no-pacts", "--random", "0", "--filter", "keyword=enum"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_no_second_run_into_a_folder()
    {
        using var line = new CommandLine();
        var folder = line.Path("results");
        await line.RunAsync([.. Few, "--out", folder]);
        var before = await File.ReadAllTextAsync(line.Path("results/results.json"), Token);
        await using var other = new FileStream(
            line.Path("results/journal.jsonl"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(2, await line.RunAsync([.. Few, "--out", folder]));

        Assert.Equal(
            $"error: {folder}: another run writes here; wait for its end, or choose another place with --out."
            + Environment.NewLine,
            line.Error);
        Assert.Equal(before, await File.ReadAllTextAsync(line.Path("results/results.json"), Token));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "--defect", "id-not-uuid")]
    [InlineData("https://127.0.0.1:1", "--ca-file", "nowhere.pem")]
    [InlineData("https://api.invalid", "--random", "0")]
    public async Task Leaves_an_earlier_journal_alone_where_a_run_cannot_begin(string url, string option, string value)
    {
        using var line = new CommandLine();
        var folder = line.Path("results");
        await line.RunAsync([.. Few, "--out", folder]);
        var before = await File.ReadAllTextAsync(line.Path("results/journal.jsonl"), Token);

        Assert.Equal(2, await line.RunAsync("run", "--base-url", url, option, value, "--out", folder));

        Assert.Equal(before, await File.ReadAllTextAsync(line.Path("results/journal.jsonl"), Token));
    }

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("results.json.partial")]
    public async Task Says_that_the_disk_is_full_and_leaves_earlier_results_intact(string file)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no device here that is always full");
        using var line = new CommandLine();
        var folder = line.Path("results");
        await line.RunAsync([.. Few, "--out", folder]);
        var before = await File.ReadAllTextAsync(line.Path("results/results.json"), Token);
        File.Delete(line.Path($"results/{file}"));
        File.CreateSymbolicLink(line.Path($"results/{file}"), "/dev/full");

        Assert.Equal(2, await line.RunAsync([.. Few, "--out", folder]));

        Assert.Contains(
            ": cannot be written: the disk is full; ", line.Error, StringComparison.Ordinal);
        Assert.Equal(1, line.Error.Count(c => c == '\n'));
        Assert.Equal(before, await File.ReadAllTextAsync(line.Path("results/results.json"), Token));
    }

    [Fact]
    public async Task A_run_that_could_not_begin_keeps_nobody_out()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no device here that is always full");
        using var line = new CommandLine();
        Directory.CreateDirectory(line.Path("results"));
        File.CreateSymbolicLink(line.Path("results/journal.jsonl"), "/dev/full");

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(2, await line.RunAsync([.. Few, "--out", line.Path("results")]));
        }

        Assert.Equal(2, line.Error.Split("the disk is full").Length - 1);
    }
}
