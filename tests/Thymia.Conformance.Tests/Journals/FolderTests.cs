using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Journals;

public sealed class FolderTests
{
    private const string Full = "/dev/full";

    // What they find is of no matter here.
    private static readonly string[] Few =
    [
        "run",
        "--quiet",
        "--no-pacts",
        "--random",
        "0",
        "--filter",
        "keyword=enum",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_no_second_run_into_a_folder()
    {
        using var line = new CommandLine();
        var folder = line.Path("results");
        await line.RunAsync([.. Few, "--out", folder]);
        var before = await File.ReadAllTextAsync(line.Path("results/results.json"), Token);
        await using var other = new FileStream(
            line.Path("results/journal.jsonl"),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );

        Assert.Equal(2, await line.RunAsync([.. Few, "--out", folder]));

        Assert.Equal(
            $"error: {folder}: another run writes here; wait for its end, or choose another place with --out."
                + Environment.NewLine,
            line.Error
        );
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

    [Fact]
    public async Task Says_that_the_disk_is_full_and_leaves_earlier_results_intact()
    {
        Assert.SkipUnless(File.Exists(Full), "there is no device here that is always full");
        using var line = new CommandLine();
        var folder = line.Path("results");
        await line.RunAsync([.. Few, "--out", folder]);
        var before = await File.ReadAllTextAsync(line.Path("results/results.json"), Token);
        File.Delete(line.Path("results/journal.jsonl"));
        File.CreateSymbolicLink(line.Path("results/journal.jsonl"), Full);

        Assert.Equal(2, await line.RunAsync([.. Few, "--out", folder]));

        Assert.Contains(": cannot be written: the disk is full; ", line.Error, StringComparison.Ordinal);
        Assert.Equal(1, line.Error.Count(c => c == '\n'));
        Assert.Equal(before, await File.ReadAllTextAsync(line.Path("results/results.json"), Token));
    }

    [Fact]
    public async Task Says_that_there_is_no_room_for_results()
    {
        Assert.SkipUnless(File.Exists(Full), "there is no device here that is always full");
        using var line = new CommandLine();
        Directory.CreateDirectory(line.Path("results"));
        File.CreateSymbolicLink(line.Path("results/results.json"), Full);

        Assert.Equal(2, await line.RunAsync([.. Few, "--out", line.Path("results")]));

        Assert.EndsWith(
            "results.json: cannot be written: the disk is full; choose another place with --out." + Environment.NewLine,
            line.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("results.json")]
    public async Task Refuses_a_link_where_a_file_should_be_and_leaves_what_it_leads_to(string file)
    {
        using var line = new CommandLine();
        var victim = line.Write("victim", "of value");
        Directory.CreateDirectory(line.Path("results"));
        File.CreateSymbolicLink(line.Path($"results/{file}"), victim);

        Assert.Equal(2, await line.RunAsync([.. Few, "--out", line.Path("results")]));

        Assert.Equal("of value", await File.ReadAllTextAsync(victim, Token));
        Assert.Contains(
            $"{file}: cannot be written: it is a symbolic link, to {victim}; ",
            line.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("results.json.partial")]
    [InlineData(".writable")]
    public async Task Writes_through_no_link_beside_a_file(string file)
    {
        using var line = new CommandLine();
        var victim = line.Write("victim", "of value");
        Directory.CreateDirectory(line.Path("results"));
        File.CreateSymbolicLink(line.Path($"results/{file}"), victim);

        Assert.NotEqual(2, await line.RunAsync([.. Few, "--out", line.Path("results")]));

        Assert.Equal("of value", await File.ReadAllTextAsync(victim, Token));
    }

    [Fact]
    public async Task Keeps_journal_and_exchanges_to_their_owner()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("files have no modes there");
            return;
        }

        using var line = new CommandLine();
        var journal = line.Write("results/journal.jsonl", "");
        File.SetUnixFileMode(journal, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await line.RunAsync([.. Few, "--reports", "har", "--out", line.Path("results")]);

        foreach (var file in new[] { journal, line.Path("results/exchanges.har") })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.True(File.GetUnixFileMode(line.Path("results/results.json")).HasFlag(UnixFileMode.UserRead));
    }

    [Fact]
    public async Task A_run_that_could_not_begin_keeps_nobody_out()
    {
        Assert.SkipUnless(File.Exists(Full), "there is no device here that is always full");
        using var line = new CommandLine();
        Directory.CreateDirectory(line.Path("results"));
        File.CreateSymbolicLink(line.Path("results/journal.jsonl"), Full);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(2, await line.RunAsync([.. Few, "--out", line.Path("results")]));
        }

        Assert.Equal(2, line.Error.Split("the disk is full").Length - 1);
    }
}
