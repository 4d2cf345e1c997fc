using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Running;

/// <summary>What becomes of a run whose key the provider does not know.</summary>
public sealed class KeyRefusalTests
{
    private const string Reason = "the API key is refused with status 401";

    private static readonly string Unknown = RawServer.Json(401, """{"detail":"Unknown key"}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_the_run_after_three_cases_without_a_verdict()
    {
        await using var server = RawServer.Answering(Unknown);

        var (judged, finished) = await RunAsync(server.Url, Enumerable.Repeat(Sample.Valid, 500));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(
            [Reason, Reason, Reason],
            judged.Select(j => Assert.IsType<Verdict.Inconclusive>(j.Verdict).Reason)
        );
        Assert.Equal((Reason, true, 3), (finished.GivenUp, finished.KeyRefused, finished.Totals.ExitCode));
    }

    [Fact]
    public async Task Ends_a_run_of_one_case_alike()
    {
        await using var server = RawServer.Answering(Unknown);

        var (judged, finished) = await RunAsync(server.Url, [Sample.Valid]);

        Assert.IsType<Verdict.Inconclusive>(Assert.Single(judged).Verdict);
        Assert.Equal(Reason, finished.GivenUp);
    }

    [Fact]
    public async Task Is_judged_where_another_request_gets_past_the_key()
    {
        var asked = 0;
        await using var server = RawServer.Doing(
            async (stream, stop) =>
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(
                        Interlocked.Increment(ref asked) == 3 ? RawServer.Json(200, Sample.Created) : Unknown
                    ),
                    stop
                )
        );

        var (judged, finished) = await RunAsync(server.Url, Enumerable.Repeat(Sample.Valid, 4));

        Assert.Equal(4, judged.Count);
        Assert.Equal(
            3,
            judged.Count(j => j.Verdict is Verdict.Failed f && f.Findings.Any(x => x.Check == "valid-accepted"))
        );
        Assert.Null(finished.GivenUp);
        Assert.False(finished.KeyRefused);
    }

    [Fact]
    public async Task Is_not_told_by_what_is_forbidden_for_itself()
    {
        await using var server = RawServer.Answering(RawServer.Json(403, "{}"));

        var (judged, finished) = await RunAsync(server.Url, Enumerable.Repeat(Sample.LowerCaseSex, 40));

        Assert.Equal(40, judged.Count(j => j.Verdict is Verdict.Failed));
        Assert.Null(finished.GivenUp);
    }

    [Fact]
    public async Task Is_told_by_valid_requests_between_what_may_be_forbidden_for_itself()
    {
        await using var server = RawServer.Answering(RawServer.Json(403, "{}"));

        var (judged, finished) = await RunAsync(
            server.Url,
            Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? Sample.LowerCaseSex : Sample.Valid)
        );

        Assert.Equal(6, judged.Count(j => j.Verdict is Verdict.Inconclusive && j.KeyRefused));
        Assert.Equal("the API key is refused with status 403", finished.GivenUp);
    }

    [Fact]
    public void Leaves_a_case_to_be_sent_again_and_no_call_behind()
    {
        using var folder = new TemporaryFolder();
        var header = new JournalHeader
        {
            Tool = "1",
            Description = "x",
            BaseUrl = new Uri("https://api.example.com"),
            StartedAt = default,
            Settings = new Dictionary<string, string>(),
        };
        using (var journal = RunJournal.Start(folder.Path, header, null))
        {
            journal.Sending(Sample.Valid);
            journal.Judged([
                new RunEvent.CaseJudged(
                    Sample.Valid,
                    Sample.Answered(Sample.Valid, 401, "{}"),
                    new Verdict.Inconclusive(Reason)
                )
                {
                    KeyRefused = true,
                },
            ]);
        }

        var content = JournalContent.Read(folder.Path);

        Assert.False(content.Holds(Sample.Valid.Id, again: false));
        Assert.Equal((0, 0), (content.Calls, content.Cases));
        var told = Assert.IsType<RunEvent.CaseJudged>(content.FindTold(CasePlan.Of(Sample.Valid)));
        Assert.True(told.KeyRefused);
        Assert.Equal(Reason, Assert.IsType<Verdict.Inconclusive>(told.Verdict).Reason);
    }

    [Theory]
    [InlineData(403, KeyUse.Configured, null, true)]
    [InlineData(404, KeyUse.Configured, null, false)]
    [InlineData(404, KeyUse.Configured, 404, true)]
    [InlineData(401, KeyUse.Configured, 404, false)]
    [InlineData(401, KeyUse.Absent, null, false)]
    [InlineData(401, KeyUse.Wrong, null, false)]
    public void Is_a_configured_status_for_the_configured_key(int status, KeyUse key, int? only, bool refused)
    {
        var exchange = Sample.Answered(Sample.Valid, status, "{}");
        exchange = exchange with { Request = exchange.Request with { Key = key } };

        var clause = KeyRefusal.Of(exchange, new JudgeOptions { KeyRefusals = only is { } one ? [one] : null });

        Assert.Equal(refused ? $"the API key is refused with status {status}" : null, clause);
        Assert.Null(
            KeyRefusal.Of(exchange with { Request = exchange.Request with { KeyHeader = null } }, new JudgeOptions())
        );
    }

    [Fact]
    public async Task Is_one_sentence_on_the_terminal_and_the_right_key_goes_on()
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { ApiKey = "right-key" },
            Token
        );
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "wrong-key" } };
        string[] run =
        [
            "--base-url",
            $"{provider.BaseUrl}",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "location=user.birthSex",
        ];

        Assert.Equal(3, await line.RunAsync(["run", .. run, "--out", line.Path("results")]));
        Assert.Equal(
            $"error: {provider.BaseUrl}: {Reason}; set the key that the provider knows as THYMIA_APIKEY."
                + Environment.NewLine,
            line.Error
        );

        line.Environment["THYMIA_APIKEY"] = "right-key";
        Assert.Equal(0, await line.RunAsync("run", "--resume", line.Path("results")));
        using var results = JsonDocument.Parse(await File.ReadAllBytesAsync(line.Path("results/results.json"), Token));
        Assert.Equal(0, results.RootElement.GetProperty("inconclusive").GetInt32());
        Assert.True(results.RootElement.GetProperty("passed").GetInt32() > 20);
    }

    private static async Task<(List<RunEvent.CaseJudged> Judged, RunEvent.RunFinished Finished)> RunAsync(
        Uri url,
        IEnumerable<TestCase> cases
    )
    {
        var options = new RunOptions
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = cases.Select(CasePlan.Of),
            Total = 0,
            Guard = _ => null,
            Replay = RawServer.Patient(url),
            RepeatEvery = 0,
        };
        var events = new List<RunEvent>();
        await foreach (var happened in new ConformanceRun(options, new HeldTime()).ExecuteAsync(Token))
        {
            events.Add(happened);
        }

        return ([.. events.OfType<RunEvent.CaseJudged>()], events.OfType<RunEvent.RunFinished>().Single());
    }
}
