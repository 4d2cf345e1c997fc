using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Journals;

public sealed class MergeTests
{
    private const int Parts = 7;

    private static readonly string[] Few = ["run", "--quiet", "--random", "0", "--filter", "location=user.birthSex"];

    [Fact]
    public async Task All_parts_together_are_the_whole_run()
    {
        var parts = Sweep.Of(2, Parts);
        using var line = new CommandLine().WithReports();
        string[] run = ["run", "--quiet", "--defect", "birth-sex-any-case", "--random", "40"];
        Assert.Equal(1, await line.RunAsync([.. run, "--out", line.Path("whole")]));
        for (var k = 1; k <= parts; k++)
        {
            await line.RunAsync([.. run, "--shard", $"{k}/{parts}", "--out", line.Path($"part-{k}")]);
        }

        var exit = await line.RunAsync([
            "merge",
            .. Enumerable.Range(1, parts).Select(k => line.Path($"part-{k}")),
            "--quiet",
            "--out",
            line.Path("whole-2"),
        ]);

        Assert.True(exit == 1, line.Error);
        Assert.Equal(ResumeTests.Results(line, "whole"), ResumeTests.Results(line, "whole-2"));
        Assert.Equal(Created(line, "whole"), Created(line, "whole-2"));
        Assert.Equal(ResumeTests.Contents(line.Path("whole/pacts")), ResumeTests.Contents(line.Path("whole-2/pacts")));
        Assert.False(Directory.Exists(line.Path("part-1/pacts")));
    }

    private static int Created(CommandLine line, string folder) =>
        JsonDocument
            .Parse(File.ReadAllText(line.Path(folder + "/results.json")))
            .RootElement.GetProperty("created")
            .GetInt32();

    [Fact]
    public void Every_case_belongs_to_exactly_one_part()
    {
        var ids = RunPlan
            .Read(new ConformanceOptions(), TestContext.Current.CancellationToken)
            .Cases.Select(c => c.Id)
            .ToList();

        Assert.All(ids, id => Assert.Single(Enumerable.Range(1, Parts), k => new Shard(k, Parts).Holds(id)));
        Assert.All(Enumerable.Range(1, Parts), k =>
            Assert.InRange(ids.Count(new Shard(k, Parts).Holds), ids.Count / 14, ids.Count / 4)
        );
    }

    [Fact]
    public void Parts_share_what_a_run_may_do_to_a_provider()
    {
        var remote = new ConformanceOptions { BaseUrl = new Uri("https://staging.example.com") };
        var parts = Enumerable.Range(1, Parts).Select(k => remote with { Shard = new Shard(k, Parts) }).ToList();

        Assert.Equal(25, parts.Sum(Politeness.CallsOf));
        Assert.Equal(5, parts.Sum(Politeness.RateOf), 9);
        Assert.Equal(int.MaxValue, Politeness.CallsOf(new ConformanceOptions { Shard = new Shard(2, Parts) }));
    }

    [Theory]
    [InlineData("1/3 2/3", "part 3 of 3 is missing; name the folders of all parts.")]
    [InlineData("1/2 1/2", "part 1/2 does not go with the parts before it; merge each part of one division once.")]
    [InlineData("1/2 2/3", "part 2/3 does not go with the parts before it; merge each part of one division once.")]
    [InlineData("1/2 2/2:--seed:7", "the run there has another Seed than that in {0}; merge the parts of one run.")]
    [InlineData(
        "1/2 2/2:--mode:pydantic-v1",
        "the run there has another mode of the embedded provider than that in {0}; merge the parts of one run."
    )]
    [InlineData(
        "1/2 2/2:--defect:id-not-uuid",
        "the run there has another choice of Defects than that in {0}; merge the parts of one run."
    )]
    [InlineData(
        "1/2 2/2:--tier:schema",
        "the run there has another Tier than that in {0}; merge the parts of one run."
    )]
    public async Task Refuses_what_is_not_the_parts_of_one_run(string parts, string error)
    {
        using var line = new CommandLine();
        var folders = new List<string>();
        foreach (var (part, i) in parts.Split(' ').Select((p, i) => (p, i)))
        {
            folders.Add(line.Path(string.Create(CultureInfo.InvariantCulture, $"part-{i}")));
            var other = part.Split(':')[1..];
            await line.RunAsync([.. Few, "--shard", part.Split(':')[0], .. other, "--out", folders[^1]]);
        }

        Assert.Equal(2, await line.RunAsync(["merge", .. folders, "--out", line.Path("merged")]));

        Assert.Equal(
            $"error: {folders[^1]}: {string.Format(null, error, folders[0])}{Environment.NewLine}",
            line.Error
        );
        Assert.False(Directory.Exists(line.Path("merged")));
    }

    [Theory]
    [InlineData("missing", 2, "error: {0}: the case {1} is missing from the journal there; run that part again.")]
    [InlineData(
        "foreign",
        2,
        "error: {0}: the case {1} is told there and in {2}; merge parts as run --shard wrote them."
    )]
    [InlineData(
        "policy",
        2,
        "error: {0}: the run there was judged by the policy strict, that in {2} by fastapi-pydantic-v1; "
            + "name one for all parts with --policy."
    )]
    [InlineData("unread", 0, "")]
    public async Task Counts_each_case_of_the_whole_once(string change, int exit, string error)
    {
        using var line = new CommandLine();
        string[] folders = [line.Path("part-1"), line.Path("part-2")];
        foreach (var (folder, i) in folders.Select((f, i) => (f, i)))
        {
            await line.RunAsync([.. Few, "--shard", $"{i + 1}/2", "--out", folder]);
        }

        var first = await File.ReadAllLinesAsync(
            line.Path("part-1/journal.jsonl"),
            TestContext.Current.CancellationToken
        );
        var second = await File.ReadAllLinesAsync(
            line.Path("part-2/journal.jsonl"),
            TestContext.Current.CancellationToken
        );
        var id = JsonNode.Parse(second[^2])!["case"]!.GetValue<string>();
        var exchange =
            """{"sentAt":"2026-01-01T10:00:00Z","ticks":1,"failure":"x","unreachable":true,"timedOut":false}""";
        var unread = $$"""{"case":"{{id}}","verdict":"inconclusive","reason":"x","asked":0,"exchange":{{exchange}}}""";
        var (where, changed) = change switch
        {
            "missing" => ("part-2", second.Where((_, i) => i != second.Length - 2)),
            "unread" => ("part-2", second.Select((l, i) => i == second.Length - 2 ? unread : l)),
            "foreign" => ("part-1", first[..^1].Append(second[^2]).Append(first[^1])),
            _ => (
                "part-1",
                first.Select(l =>
                    l.Replace("\"policy\":\"strict\"", "\"policy\":\"fastapi-pydantic-v1\"", StringComparison.Ordinal)
                )
            ),
        };
        await File.WriteAllLinesAsync(
            line.Path(where + "/journal.jsonl"),
            changed,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(exit, await line.RunAsync(["merge", "--quiet", .. folders, "--out", line.Path("merged")]));

        Assert.Equal(
            error.Length == 0 ? "" : string.Format(null, error, folders[1], id, folders[0]) + Environment.NewLine,
            line.Error
        );
        Assert.Equal(exit == 0, File.Exists(line.Path("merged/results.json")));
    }

    [Fact]
    public async Task Joins_parts_of_a_selection_that_leaves_some_of_them_nothing()
    {
        using var line = new CommandLine();
        string[] run =
        [
            "run",
            "--quiet",
            "--random",
            "0",
            "--filter",
            "id=post-v1-calls:user.birthSex:enum:lower-case",
        ];
        for (var k = 1; k <= Parts; k++)
        {
            Assert.Equal(0, await line.RunAsync([.. run, "--shard", Name(k), "--out", line.Path($"part-{k}")]));
        }

        var exit = await line.RunAsync([
            "merge",
            "--quiet",
            .. Enumerable.Range(1, Parts).Select(k => line.Path($"part-{k}")),
            "--out",
            line.Path("whole"),
        ]);

        Assert.True(exit == 0, line.Error);
        Assert.Contains("1 passed", line.Out, StringComparison.Ordinal);
        Assert.Equal(
            2,
            await line.RunAsync("run", "--filter", "id=nowhere", "--shard", Name(1), "--out", line.Path("none"))
        );
    }

    [Fact]
    public async Task Refuses_a_part_that_is_not_at_its_end()
    {
        using var line = new CommandLine();
        await line.RunAsync([.. Few, "--shard", "1/1", "--out", line.Path("part")]);
        var journal = line.Path("part/journal.jsonl");
        var lines = await File.ReadAllLinesAsync(journal, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(journal, lines.Take(5), TestContext.Current.CancellationToken);

        Assert.Equal(2, await line.RunAsync("merge", line.Path("part")));

        Assert.Equal(
            $"error: {line.Path("part")}: the run there has not come to its end; go on with run --resume "
                + $"{line.Path("part")}."
                + Environment.NewLine,
            line.Error
        );
    }

    [Theory]
    [InlineData("JOB_COMPLETION_INDEX", "2", "JOB_COMPLETION_COUNT", "10", "3/10")]
    [InlineData("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "10", "3/10")]
    [InlineData("CIRCLE_NODE_INDEX", "2", "CIRCLE_NODE_TOTAL", "10", "3/10")]
    [InlineData("CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "1", null)]
    public void Learns_from_the_job_runner_which_part_it_is(
        string index,
        string k,
        string count,
        string n,
        string? shard
    ) => Assert.Equal(shard, Read((index, k), (count, n)).Shard?.ToString());

    [Fact]
    public void Is_told_by_the_user_first() =>
        Assert.Equal(
            "1/2",
            Read(("THYMIA_SHARD", "1/2"), ("CI_NODE_INDEX", "3"), ("CI_NODE_TOTAL", "10")).Shard?.ToString()
        );

    [Fact]
    public void Refuses_half_of_what_a_job_runner_has_to_say() =>
        Assert.Equal(
            "JOB_COMPLETION_INDEX: it says part '2', and JOB_COMPLETION_COUNT says '' for how many; "
                + "set JOB_COMPLETION_COUNT, or say --shard K/N.",
            Assert.Throws<UnusableInputException>(() => Read(("JOB_COMPLETION_INDEX", "2"))).Message
        );

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("1/0")]
    [InlineData("-1/3")]
    public void Refuses_a_part_that_there_is_not(string text) =>
        Assert.Throws<UnusableInputException>(() => Read(("THYMIA_SHARD", text)));

    private static string Name(int part) => string.Create(CultureInfo.InvariantCulture, $"{part}/{Parts}");

    private static ConformanceOptions Read(params (string Name, string Value)[] environment) =>
        OptionsReader.Read(
            new ConfigurationInput
            {
                Folder = Path.GetTempPath(),
                Environment = environment.ToDictionary(v => v.Name, v => v.Value),
                UserSecrets = false,
                Divides = true,
            }
        );
}
