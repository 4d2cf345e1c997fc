using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Cli;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Running;

public sealed class PackedRequestsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ProviderMode.Strict, "strict")]
    [InlineData(ProviderMode.PydanticV1, "fastapi-pydantic-v1")]
    [InlineData(ProviderMode.PydanticV2, "fastapi-pydantic-v2")]
    public async Task Judges_nearly_every_edge_with_twenty_five_calls(ProviderMode mode, string policy)
    {
        var record = await RunAsync(new ProviderOptions { Mode = mode }, policy);

        var edges = record.Coverage.Edges;
        Assert.Equal(0, record.Totals.Failed);
        Assert.All(edges.Where(e => e.Keyword is "enum"), e => Assert.Equal(e.All, e.Judged));
        Assert.InRange(edges.Sum(e => e.Judged), edges.Sum(e => e.Packed), edges.Sum(e => e.All));
        Assert.InRange(edges.Sum(e => e.Packed), 110, int.MaxValue);
        Assert.InRange(record.Answers.Kinds.Where(k => $"{k.Kind}" == "Accepted").Sum(k => k.Latency.Count), 18, 25);
    }

    [Theory]
    [InlineData("birth-sex-male-refused", "user.birthSex:enum:member-MALE")]
    [InlineData("webhook-port-refused", "webhookUrl:format:port")]
    [InlineData("metadata-null-refused", "metadata:object:with-null")]
    [InlineData("agent-nulls-dropped", "agent:object:with-null")]
    [InlineData("unknown-user-property-refused", "user:additionalProperties:unknown-property")]
    public async Task Names_the_edge_for_which_a_packed_request_fails(string defect, string edge)
    {
        var judged = await JudgedAsync(new ProviderOptions { Defects = [defect] }, "strict");

        var failed = judged.Where(j => j.Verdict is Verdict.Failed).ToList();
        var named = Assert.Single(failed, j => j.Case.Id == $"post-v1-calls:{edge}");
        Assert.Null(named.Within);
        Assert.Empty(named.Case.Carries);
        Assert.Contains(failed, j => j.Case.Carries.Contains(named.Case.Id));
    }

    [Fact]
    public async Task Shows_an_edge_within_a_request_with_what_went_out()
    {
        var judged = await JudgedAsync(new ProviderOptions(), "strict");

        var within = judged.Where(j => j.Within is not null).ToList();
        Assert.NotEmpty(within);
        foreach (var edge in within)
        {
            var row = Assert.Single(judged, j => j.Case.Id == edge.Within);
            Assert.Same(row.Exchange, edge.Exchange);
            Assert.Same(row.Case.Request, edge.Case.Request);
            Assert.Contains(edge.Case.Id, row.Case.Carries);
        }
    }

    [Fact]
    public async Task Says_of_which_edges_nothing_is_known()
    {
        var judged = await JudgedAsync(new ProviderOptions { Defects = ["created-at-without-offset"] }, "strict");

        var left = judged.Where(j =>
            j.Verdict is Verdict.Skipped s && s.Reason.Contains("packed request", StringComparison.Ordinal)
        );
        Assert.NotEmpty(left);
        Assert.All(left, j => Assert.Null(j.Exchange));
    }

    [Fact]
    public async Task Counts_a_shared_exchange_once()
    {
        var record = await RunAsync(new ProviderOptions(), "strict");

        Assert.Equal(record.Sent, record.Answers.Kinds.Sum(k => k.Latency.Count));
    }

    [Fact]
    public async Task Sends_no_packed_request_twice_when_a_run_is_resumed()
    {
        using var line = new CommandLine();
        string[] run = ["run", "--no-pacts", "--only", "valid", "--random", "0", "--max-accepted-calls", "25"];
        await line.RunAsync([.. run, "--out", line.Path("run")]);
        var journal = line.Path("run/journal.jsonl");
        var lines = await File.ReadAllLinesAsync(journal, Token);
        var rows = lines
            .Where(l =>
                l.Contains(":packed:", StringComparison.Ordinal) && !l.Contains("\"within\"", StringComparison.Ordinal)
            )
            .ToList();
        await File.WriteAllLinesAsync(journal, [lines[0], .. rows], Token);

        await line.RunAsync("run", "--resume", line.Path("run"));

        var after = await File.ReadAllLinesAsync(journal, Token);
        Assert.Equal(
            rows.Count,
            after.Count(l => l.Contains("\"case\":\"post-v1-calls:body:packed:", StringComparison.Ordinal))
        );
        Assert.True(after.Count(l => l.Contains("\"within\"", StringComparison.Ordinal)) > rows.Count);
        Assert.InRange(
            after.Count(l =>
                l.Contains("\"status\":200", StringComparison.Ordinal)
                && !l.Contains("\"within\"", StringComparison.Ordinal)
            ),
            1,
            25
        );
    }

    [Fact]
    public async Task Explains_what_a_packed_request_carries()
    {
        using var line = new CommandLine();
        await line.RunAsync("run", "--dry-run", "--verbose", "--max-accepted-calls", "25");
        var id = line.Out.Split('\n').First(l => l.Contains(":packed:", StringComparison.Ordinal)).Trim().Split(' ')[
            ^1
        ];

        await line.RunAsync("explain", id, "--max-accepted-calls", "25");

        Assert.Contains("carries   post-v1-calls:", line.Out, StringComparison.Ordinal);
        Assert.Contains("Packed    18 requests carry", line.Out, StringComparison.Ordinal);
    }

    private static async Task<RunRecord> RunAsync(ProviderOptions spoilt, string policy)
    {
        var record = new RunRecord();
        await RunAsync(spoilt, policy, record.OnEvent);
        return record;
    }

    private static async Task<List<RunEvent.CaseJudged>> JudgedAsync(ProviderOptions spoilt, string policy)
    {
        var judged = new List<RunEvent.CaseJudged>();
        await RunAsync(spoilt, policy, e =>
        {
            if (e is RunEvent.CaseJudged one)
            {
                judged.Add(one);
            }
        });
        return judged;
    }

    private static async Task RunAsync(ProviderOptions spoilt, string policy, Action<RunEvent> take)
    {
        await using var provider = await ReferenceProvider.StartAsync(spoilt, Token);
        var options = new ConformanceOptions
        {
            BaseUrl = provider.BaseUrl,
            MaxAcceptedCalls = 25,
            Policy = policy,
            Random = 0,
        };
        var run = RunPlan.Read(options, Token).For(provider.BaseUrl, ProviderOptions.DemoApiKey);
        await foreach (
            var happened in new ConformanceRun(run with { RepeatEvery = 0 }, TimeProvider.System).ExecuteAsync(Token)
        )
        {
            take(happened);
        }
    }
}
