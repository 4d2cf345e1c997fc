using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Journals;

public sealed partial class ResumeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_no_notice_of_a_last_line_that_was_cut_off()
    {
        using var line = new CommandLine();
        Assert.Equal(0, await line.RunAsync("run", "--no-pacts", "--random", "0", "--out", line.Path("run")));
        var whole = await File.ReadAllTextAsync(line.Path("run/journal.jsonl"), Token);
        var kept = string.Join('\n', whole.Split('\n').Take(100));
        await File.WriteAllTextAsync(line.Path("run/journal.jsonl"), kept + "\n{\"case\":\"post-v1", Token);

        Assert.Equal(0, await line.RunAsync("run", "--no-pacts", "--resume", line.Path("run")));

        Assert.Equal(
            CaseIds(whole.Split('\n')).Order(StringComparer.Ordinal),
            CaseIds(line.Path("run/journal.jsonl")).Order(StringComparer.Ordinal)
        );
    }

    [Fact(Explicit = true)]
    public async Task Records_the_same_pacts_as_a_run_that_was_not_stopped()
    {
        using var line = new CommandLine();
        Assert.Equal(0, await line.RunAsync("run", "--out", line.Path("run")));
        var pacts = Contents(line.Path("run/pacts"));
        var lines = await File.ReadAllLinesAsync(line.Path("run/journal.jsonl"), Token);
        await File.WriteAllTextAsync(line.Path("run/journal.jsonl"), string.Join('\n', lines.Take(250)) + "\n", Token);
        Directory.Delete(line.Path("run/pacts"), recursive: true);

        Assert.Equal(0, await line.RunAsync("run", "--resume", line.Path("run")));

        Assert.Equal(pacts, Contents(line.Path("run/pacts")));
    }

    [Theory]
    [InlineData("--seed", "7", "Seed: the run in {0} began without it; leave it as it was, or begin a run of its own.")]
    [InlineData(
        "--random",
        "5",
        "Random: the run in {0} began with '0'; leave it as it was, or begin a run of its own."
    )]
    [InlineData(
        "--defect",
        "id-not-uuid",
        "{0}: the Defects and the mode of a run stay as they were; leave --defect and --mode out."
    )]
    public async Task Refuses_to_go_on_as_another_run(string option, string value, string error)
    {
        using var line = new CommandLine();
        var folder = line.Path("run");
        Assert.Equal(
            0,
            await line.RunAsync("run", "--no-pacts", "--random", "0", "--filter", "keyword=enum", "--out", folder)
        );

        Assert.Equal(2, await line.RunAsync("run", "--resume", folder, option, value));

        Assert.Equal("error: " + string.Format(null, error, folder) + Environment.NewLine, line.Error);
    }

    [Theory]
    [InlineData("--mask", "none", "Mask")]
    [InlineData("--mask", "$..dateOfBirth", "Mask")]
    [InlineData("--rate", "20", "Rate")]
    [InlineData("--max-accepted-calls", "9", "MaxAcceptedCalls")]
    [InlineData("--concurrency", "3", "Concurrency")]
    public async Task Goes_on_with_no_less_protection_than_it_began_with(string option, string value, string key)
    {
        using var line = new CommandLine();
        var folder = line.Path("run");
        await BeginAsync(line, folder);

        Assert.Equal(2, await line.RunAsync("run", "--resume", folder, option, value));

        Assert.Equal(
            $"error: {key}: the run in {folder} began with more protection than that; leave it as it was, or begin a "
                + "run of its own."
                + Environment.NewLine,
            line.Error
        );
    }

    [Fact]
    public async Task Goes_on_with_all_settings_it_began_with()
    {
        using var line = new CommandLine();
        var folder = line.Path("run");
        await BeginAsync(line, folder);
        line.Environment.Remove("THYMIA_REPORTS");

        Assert.Equal(0, await line.RunAsync("run", "--resume", folder));
        Assert.Equal(
            0,
            await line.RunAsync(
                "run",
                "--resume",
                folder,
                "--rate",
                "5",
                "--mask",
                "$..dateOfBirth,$..phoneNumber,$..name"
            )
        );

        Assert.True(File.Exists(line.Path("run/exchanges.har")));
        Assert.False(File.Exists(line.Path("run/report.html")));
        Assert.False(Directory.Exists(line.Path("run/pacts")));
    }

    private static async Task BeginAsync(CommandLine line, string folder) =>
        Assert.Equal(
            0,
            await line.RunAsync(
                "run",
                "--no-pacts",
                "--random",
                "0",
                "--filter",
                "keyword=enum,kind=lower-case",
                "--rate",
                "10",
                "--max-accepted-calls",
                "5",
                "--concurrency",
                "2",
                "--reports",
                "har",
                "--out",
                folder
            )
        );

    [Fact]
    public async Task Says_where_there_is_no_journal()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("run", "--resume", line.Path("nowhere")));

        Assert.Equal(
            $"error: {line.Path("nowhere/journal.jsonl")}: there is no journal of a run that can be read; "
                + "name the folder of a run."
                + Environment.NewLine,
            line.Error
        );
    }

    [Theory]
    [InlineData("nonsense\n", 1)]
    [InlineData("{\"journal\":99}\n", 1)]
    public async Task Names_the_line_that_is_none(string text, int number)
    {
        using var line = new CommandLine();
        Directory.CreateDirectory(line.Path("run"));
        await File.WriteAllTextAsync(line.Path("run/journal.jsonl"), text, Token);

        Assert.Equal(2, await line.RunAsync("run", "--resume", line.Path("run")));

        Assert.StartsWith(
            $"error: {line.Path("run/journal.jsonl")}:{number}: this is no line",
            line.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"verdict\":\"passed\"", "\"verdict\":\"praised\"")]
    [InlineData("\"verdict\":\"passed\"", "\"verdict\":null")]
    [InlineData("\"asked\":", "\"asked\":-")]
    [InlineData("\"ticks\":", "\"ticks\":-")]
    [InlineData("\"ticks\":", "\"ticks\":[],\"x\":")]
    [InlineData("\"status\":", "\"status\":null,\"x\":")]
    [InlineData("\"type\":", "\"type\":null,\"x\":")]
    [InlineData("\"body\":", "\"body\":\"\\ud800\",\"x\":")]
    [InlineData("\"sentAt\":", "\"sentAt\":\"yesterday\",\"x\":")]
    public async Task Names_the_line_of_a_case_that_was_edited(string before, string after)
    {
        using var line = new CommandLine();
        var folder = line.Path("run");
        await BeginAsync(line, folder);
        var lines = await File.ReadAllLinesAsync(line.Path("run/journal.jsonl"), Token);
        var at = Array.FindIndex(lines, l =>
            l.StartsWith("{\"case\":", StringComparison.Ordinal) && l.Contains(before, StringComparison.Ordinal)
        );
        lines[at] = lines[at].Replace(before, after, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(line.Path("run/journal.jsonl"), lines, Token);

        Assert.Equal(2, await line.RunAsync("run", "--resume", folder));

        Assert.Equal(
            $"error: {line.Path("run/journal.jsonl")}:{at + 1}: this is no line of a journal that this version writes; "
                + "name the folder of a run of this version."
                + Environment.NewLine,
            line.Error
        );
    }

    [Fact]
    public void Leaves_a_valid_request_alone_that_was_under_way_at_another_machine_unless_asked()
    {
        using var folder = new Configuration.TemporaryFolder();
        folder.Write(
            RunJournal.FileName,
            """{"journal":1,"tool":"1","description":"x","baseUrl":"https://api.example.com","""
                + """
                "startedAt":"2026-01-01T10:00:00Z","settings":{}}
                {"sending":"create-call:example"}

                """
        );
        var content = JournalContent.Read(folder.Path);
        var plan = new CasePlan("create-call:example", true, () => Tests.Judging.Sample.Valid);

        Assert.True(content.Holds(plan.Id, again: false));
        Assert.False(content.Holds(plan.Id, again: true));
        Assert.Null(content.Find(plan, again: true));
        Assert.Equal(1, content.Calls);
        var judged = Assert.IsType<RunEvent.CaseJudged>(content.Find(plan, again: false));
        Assert.Contains(
            "may have created a call",
            Assert.IsType<Conformance.Judging.Verdict.Inconclusive>(judged.Verdict).Reason,
            StringComparison.Ordinal
        );
    }

    internal static string Results(CommandLine line, string folder)
    {
        var results = JsonNode.Parse(File.ReadAllText(line.Path(folder + "/results.json")))!.AsObject();
        // Of what was sent twice before the end of a process the journal holds one answer.
        foreach (var name in new[] { "startedAt", "durationMs", "answers", "throttled", "retries", "created" })
        {
            results.Remove(name);
        }

        return Port().Replace(results.ToJsonString(), "127.0.0.1");
    }

    internal static string Contents(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Order(StringComparer.Ordinal)
            .Aggregate(new StringBuilder(), (all, f) =>
                all.AppendLine(Path.GetFileName(f)).AppendLine(File.ReadAllText(f))
            )
            .ToString();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    internal static List<string> CaseIds(string file) => CaseIds(File.ReadAllLines(file));

    private static List<string> CaseIds(IEnumerable<string> lines) =>
        [
            .. lines
                .Where(l => l.StartsWith("{\"case\":", StringComparison.Ordinal))
                .Select(l => JsonNode.Parse(l)!["case"]!.GetValue<string>()),
        ];
}
