using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Judging.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Running;

public sealed class CasePipelineTests
{
    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_sent_and_told_though_the_next_is_slow_in_coming()
    {
        await using var server = RawServer.Answering(Rejection);
        using var isTold = new SemaphoreSlim(0);
        var told = 0;

        await RunAsync(server.Url, Slow(), happened =>
        {
            told++;
            isTold.Release();
            return ValueTask.CompletedTask;
        });

        Assert.Equal(2, told);

        IEnumerable<TestCase> Slow()
        {
            yield return Sample.LowerCaseSex;
            isTold.Wait(Token);
            yield return Sample.LowerCaseSex;
        }
    }

    [Fact]
    public async Task Each_case_is_told_once_however_many_gather()
    {
        await using var server = RawServer.Answering(Rejection);
        TestCase[] cases = [.. Enumerable.Range(0, 300).Select(i => Sample.LowerCaseSex with { Id = $"post:sex:{i}" })];
        var told = new List<string>();

        await RunAsync(server.Url, cases, happened =>
        {
            told.Add(((RunEvent.CaseJudged)happened).Case.Id);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(cases.Select(c => c.Id).Order(), told.Order());
    }

    [Fact]
    public async Task Whoever_cannot_be_told_ends_it()
    {
        await using var server = RawServer.Answering(Rejection);

        var thrown = await Assert.ThrowsAsync<IOException>(() =>
            RunAsync(server.Url, Endless(), _ => ValueTask.FromException(new IOException("no space left")))
        );

        Assert.Equal("no space left", thrown.Message);
    }

    [Fact]
    public async Task A_fault_in_sending_is_that_case_and_the_run_goes_on()
    {
        await using var server = RawServer.Answering(Rejection);
        var told = new List<RunEvent.CaseJudged>();

        await RunAsync(
            server.Url,
            Endless().Take(200),
            happened =>
            {
                told.Add((RunEvent.CaseJudged)happened);
                return ValueTask.CompletedTask;
            },
            new SkippingClock(reading: 100)
        );

        Assert.Equal(200, told.Count);
        var erred = Assert.Single(told, j => j.Verdict is not Verdict.Passed);
        Assert.StartsWith(
            "sending the request failed with InvalidOperationException in ",
            Assert.IsType<Verdict.Erred>(erred.Verdict).Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(1, told.Aggregate(RunTotals.None, (totals, j) => totals.Plus(j)).ExitCode);
    }

    [Fact]
    public async Task A_fault_in_checking_is_that_case()
    {
        await using var server = RawServer.Answering(Rejection);
        var told = new List<RunEvent>();

        await RunAsync(server.Url, [Sample.Valid, Sample.LowerCaseSex], Collect(told), guard: c =>
            c.IsValid ? throw new InvalidDataException() : null
        );

        Assert.Equal(
            "checking the request failed with InvalidDataException",
            Start(Assert.IsType<Verdict.Erred>(VerdictOf(told, Sample.Valid)).Reason, 53)
        );
        Assert.IsType<Verdict.Passed>(VerdictOf(told, Sample.LowerCaseSex));
    }

    [Fact]
    public async Task A_fault_in_judging_is_that_case_and_shows_nothing_of_the_answer()
    {
        await using var server = RawServer.Answering(Rejection);
        var told = new List<RunEvent>();
        var unjudgeable = Sample.LowerCaseSex with { Id = "post:unjudgeable", Operation = null! };

        await RunAsync(server.Url, [unjudgeable, Sample.LowerCaseSex], Collect(told));

        var reason = Assert.IsType<Verdict.Erred>(VerdictOf(told, unjudgeable)).Reason;
        Assert.StartsWith(
            "judging the answer failed with NullReferenceException in Evidence.",
            reason,
            StringComparison.Ordinal
        );
        Assert.IsType<Verdict.Passed>(VerdictOf(told, Sample.LowerCaseSex));
    }

    private static Func<RunEvent, ValueTask> Collect(List<RunEvent> told) =>
        happened =>
        {
            told.Add(happened);
            return ValueTask.CompletedTask;
        };

    private static Verdict VerdictOf(List<RunEvent> told, TestCase testCase) =>
        told.OfType<RunEvent.CaseJudged>().Single(j => j.Case.Id == testCase.Id).Verdict;

    private static string Start(string text, int length) => text[..length];

    [Fact]
    public async Task A_case_that_cannot_be_made_ends_it_once_those_before_are_told()
    {
        await using var server = RawServer.Answering(Rejection);
        var told = 0;

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            RunAsync(
                server.Url,
                Enumerable
                    .Range(0, 2)
                    .Select(i => i == 0 ? Sample.LowerCaseSex : throw new InvalidDataException("no more")),
                _ =>
                {
                    told++;
                    return ValueTask.CompletedTask;
                }
            )
        );

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_fault_in_making_is_that_case_among_many()
    {
        await using var server = RawServer.Answering(Rejection);
        var made = 0;
        var good = new CasePlan("good", false, () => Sample.LowerCaseSex);
        var bad = new CasePlan("bad", false, () =>
        {
            made++;
            throw new InvalidDataException("no such value");
        });

        var told = new List<RunEvent>();

        await RunAsync(
            server.Url,
            [.. Enumerable.Repeat(good, 600), bad, .. Enumerable.Repeat(good, 600)],
            Collect(told)
        );

        var erred = Assert.Single(told.OfType<RunEvent.CaseJudged>(), j => j.Verdict is Verdict.Erred);
        Assert.Equal("bad", erred.Case.Id);
        Assert.StartsWith(
            "making the case failed with InvalidDataException in ",
            ((Verdict.Erred)erred.Verdict).Reason,
            StringComparison.Ordinal
        );
        Assert.Equal((1_201, 1), (told.Count, made));
    }

    [Fact]
    public async Task Cases_are_sent_in_the_order_they_were_drawn_in()
    {
        await using var server = RawServer.Answering(Rejection);
        var cases = Enumerable.Range(0, 1_500).Select(i => Sample.LowerCaseSex with { Id = $"post:sex:{i}" }).ToList();
        var told = new List<string>();

        await RunAsync(
            server.Url,
            cases.Select(CasePlan.Of),
            happened =>
            {
                told.Add(((RunEvent.CaseJudged)happened).Case.Id);
                return ValueTask.CompletedTask;
            },
            width: 1
        );

        Assert.Equal(cases.Select(c => c.Id), told);
    }

    [Fact]
    public async Task Requests_that_reduce_a_failed_case_share_the_width_with_all_others()
    {
        var within = new Crowd();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                within.Enter();
                await Task.Delay(TimeSpan.FromMilliseconds(5), stop);
                within.Leave();
                await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(RawServer.Json(500, "{}")), stop);
            }
        );
        var random = Sample.LowerCaseSex with { IsRandom = true };
        var reduced = 0;

        await RunAsync(server.Url, Enumerable.Repeat(random, 20), happened =>
        {
            reduced += happened is RunEvent.CaseJudged { Reduced: not null } ? 1 : 0;
            return ValueTask.CompletedTask;
        });

        Assert.True(reduced > 0);
        Assert.InRange(within.Most, 1, 3);
    }

    private static IEnumerable<TestCase> Endless()
    {
        while (true)
        {
            yield return Sample.LowerCaseSex;
        }
    }

    private static Task RunAsync(
        Uri url,
        IEnumerable<TestCase> cases,
        Func<RunEvent, ValueTask> tell,
        TimeProvider? time = null,
        Func<TestCase, string?>? guard = null
    ) => RunAsync(url, cases.Select(CasePlan.Of), tell, time, guard: guard);

    private static async Task RunAsync(
        Uri url,
        IEnumerable<CasePlan> cases,
        Func<RunEvent, ValueTask> tell,
        TimeProvider? time = null,
        int width = 3,
        Func<TestCase, string?>? guard = null
    )
    {
        var options = new RunOptions
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = [],
            Total = 0,
            Guard = guard ?? (_ => null),
            // More connections than the width, so that it is the pipeline that keeps to it.
            Replay = RawServer.Patient(url) with { Concurrency = 16 },
            RepeatEvery = 0,
        };
        await using var replayer = new Replayer(options.Replay, time ?? TimeProvider.System);
        var judge = new Judge(new SchemaLibrary(options.Description), options.Judging);
        using var stages = new CaseStages(options, replayer, judge, new KnownDeviations(options.Deviations, default));
        using var pipeline = new CasePipeline(stages, width, async together =>
        {
            foreach (var happened in together)
            {
                await tell(happened);
            }
        });
        await pipeline.RunAsync(cases, Token);
    }

    /// <summary>A clock of which one reading fails, as nothing else within a sender does.</summary>
    private sealed class SkippingClock(int reading) : TimeProvider
    {
        private int _read;

        public override DateTimeOffset GetUtcNow() =>
            Interlocked.Increment(ref _read) == reading
                ? throw new InvalidOperationException("no time")
                : base.GetUtcNow();
    }

    /// <summary>How many were within at once, at most.</summary>
    private sealed class Crowd
    {
        private readonly Lock _door = new();
        private int _now;

        public int Most { get; private set; }

        public void Enter()
        {
            lock (_door)
            {
                Most = Math.Max(Most, ++_now);
            }
        }

        public void Leave()
        {
            lock (_door)
            {
                _now--;
            }
        }
    }
}
