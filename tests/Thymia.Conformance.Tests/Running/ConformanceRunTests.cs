using System.Net;
using System.Net.Sockets;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Running;

public sealed class ConformanceRunTests
{
    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_start_each_case_and_end_in_that_order()
    {
        await using var server = RawServer.Answering(Rejection);
        TestCase[] cases = [.. Enumerable.Repeat(Sample.LowerCaseSex, 40), Sample.Valid];

        var events = await RunAsync(Options(server.Url, cases));

        Assert.IsType<RunEvent.RunStarted>(events[0]);
        Assert.Equal(41, events.Count(e => e is RunEvent.CaseJudged));
        var finished = Assert.IsType<RunEvent.RunFinished>(events[^1]);
        Assert.Equal(new RunTotals(41, 40, 1, 0, 0, 0, 0, 1), finished.Totals);
        Assert.Equal(server.Requests.Count, finished.Requests);
        Assert.Equal(1, finished.Totals.ExitCode);
        Assert.False(finished.Cancelled);
    }

    [Fact]
    public async Task Never_sends_a_case_that_the_guard_contradicts()
    {
        await using var server = RawServer.Answering(Rejection);
        var options = Options(server.Url, [Sample.Valid, Sample.LowerCaseSex]) with
        {
            Guard = c => c.IsValid ? null : "it is valid after all",
        };

        var events = await RunAsync(options);

        Assert.Equal("it is valid after all", events.OfType<RunEvent.CaseDiscarded>().Single().Contradiction);
        Assert.Single(server.Requests);
        Assert.Equal(1, events.OfType<RunEvent.RunFinished>().Single().Totals.ExitCode);
    }

    [Fact]
    public async Task Gives_up_after_one_case_where_nobody_answers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var events = await RunAsync(Options(new Uri($"http://127.0.0.1:{port}"), Enumerable.Repeat(Sample.Valid, 500)));

        Assert.Single(events.OfType<RunEvent.CaseJudged>());
        var finished = Assert.IsType<RunEvent.RunFinished>(events[^1]);
        Assert.Equal($"connection refused by 127.0.0.1:{port}", finished.GivenUp);
        Assert.Equal(3, finished.Totals.ExitCode);
    }

    private static ReadOnlyMemory<byte> Ringing { get; } = """{"phoneNumber":"+447700900123"}"""u8.ToArray();

    [Fact]
    public async Task Skips_phone_numbers_for_a_host_that_is_not_this_machine()
    {
        var ringing = Sample.Valid with { Request = Sample.Valid.Request with { Body = Ringing } };

        var events = await RunAsync(Options(new Uri("https://api.example.com"), [ringing]));

        var judged = events.OfType<RunEvent.CaseJudged>().Single();
        Assert.Null(judged.Exchange);
        Assert.StartsWith(
            "it carries a phone number",
            Assert.IsType<Verdict.Skipped>(judged.Verdict).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sends_phone_numbers_to_this_machine()
    {
        await using var server = RawServer.Answering(Rejection);
        var ringing = Sample.Valid with { Request = Sample.Valid.Request with { Body = Ringing } };

        await RunAsync(Options(server.Url, [ringing]));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Ends_with_what_was_done_when_cancelled()
    {
        await using var server = RawServer.Answering(Rejection);
        using var cancel = new CancellationTokenSource();
        var events = new List<RunEvent>();

        await foreach (
            var happened in new ConformanceRun(Options(server.Url, Endless([false])), new HeldTime()).ExecuteAsync(
                cancel.Token
            )
        )
        {
            events.Add(happened);
            if (events.Count == 10)
            {
                await cancel.CancelAsync();
            }
        }

        var finished = Assert.IsType<RunEvent.RunFinished>(events[^1]);
        Assert.True(finished.Cancelled);
        Assert.Equal(events.Count - 3, finished.Totals.Cases);
        Assert.Equal(0, finished.Totals.Inconclusive);
    }

    [Fact]
    public async Task Tells_all_that_its_journal_holds_when_cancelled_while_nobody_is_quick_to_listen()
    {
        await using var server = RawServer.Answering(Rejection);
        using var folder = new Configuration.TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        var header = new JournalHeader
        {
            Tool = "1",
            Description = "x",
            BaseUrl = server.Url,
            StartedAt = default,
            Settings = new Dictionary<string, string>(),
        };
        using var journal = RunJournal.Start(folder.Path, header, null);
        var options = Options(server.Url, Endless([false])) with { Journal = journal };
        options = options with { Replay = options.Replay with { Concurrency = 4 } };
        var file = System.IO.Path.Combine(folder.Path, RunJournal.FileName);
        var judged = 0;

        await foreach (var happened in new ConformanceRun(options, new HeldTime()).ExecuteAsync(cancel.Token))
        {
            if (happened is RunEvent.PolicyChosen)
            {
                // Header, policy, a case that waits to be heard, and one that finds no room.
                while (CliProcess.LinesOf(file) < 4)
                {
                    await Task.Yield();
                }

                await cancel.CancelAsync();
            }

            judged += happened is RunEvent.CaseJudged ? 1 : 0;
        }

        Assert.True(judged > 1);
        Assert.Equal(CliProcess.LinesOf(file) - 2, judged);
    }

    [Fact]
    public async Task Ends_its_work_when_its_events_are_no_longer_read()
    {
        await using var server = RawServer.Answering(Rejection);
        var drawing = new bool[1];

        await foreach (
            var happened in new ConformanceRun(Options(server.Url, Endless(drawing)), new HeldTime()).ExecuteAsync(
                Token
            )
        )
        {
            if (happened is RunEvent.CaseJudged)
            {
                break;
            }
        }

        var sent = server.Requests.Count;
        Assert.False(drawing[0]);
        using var client = new HttpClient();
        await client.GetAsync(server.Url, Token);
        Assert.Equal(sent + 1, server.Requests.Count);
    }

    [Fact]
    public async Task Passes_on_what_the_generator_throws()
    {
        await using var server = RawServer.Answering(Rejection);
        var broken = Enumerable
            .Repeat(Sample.LowerCaseSex, 3)
            .Concat(
                Enumerable
                    .Range(0, 1)
                    .Select<int, TestCase>(_ => throw new UnusableInputException("x", "no more", "here", "mend it"))
            );

        await Assert.ThrowsAsync<UnusableInputException>(() => RunAsync(Options(server.Url, broken)));
    }

    // The first flag is set as long as somebody draws cases.
    private static IEnumerable<TestCase> Endless(bool[] drawing)
    {
        drawing[0] = true;
        try
        {
            while (true)
            {
                yield return Sample.LowerCaseSex;
            }
        }
        finally
        {
            drawing[0] = false;
        }
    }

    private static RunOptions Options(Uri url, IEnumerable<TestCase> cases) =>
        new()
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = cases.Select(CasePlan.Of),
            Total = 0,
            Guard = _ => null,
            Replay = RawServer.Patient(url) with { Concurrency = 4 },
            RepeatEvery = 0,
        };

    private static async Task<List<RunEvent>> RunAsync(RunOptions options)
    {
        var events = new List<RunEvent>();
        await foreach (var happened in new ConformanceRun(options, new HeldTime()).ExecuteAsync(Token))
        {
            events.Add(happened);
        }

        return events;
    }
}
