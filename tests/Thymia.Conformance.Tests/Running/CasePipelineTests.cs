using Thymia.Conformance.Generation;
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
        TestCase[] cases =
            [.. Enumerable.Range(0, 300).Select(i => Sample.LowerCaseSex with { Id = $"post:sex:{i}" })];
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

        var thrown = await Assert.ThrowsAsync<IOException>(() => RunAsync(
            server.Url, Endless(), _ => ValueTask.FromException(new IOException("no space left"))));

        Assert.Equal("no space left", thrown.Message);
    }

    [Fact]
    public async Task A_request_that_cannot_be_sent_ends_it_for_all()
    {
        await using var server = RawServer.Answering(Rejection);
        var told = 0;

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(
            server.Url,
            Endless().Take(1000),
            _ =>
            {
                told++;
                return ValueTask.CompletedTask;
            },
            new SkippingClock(reading: 100)));

        Assert.Equal("no time", thrown.Message);
        Assert.InRange(told, 1, 200);
    }

    [Fact]
    public async Task A_case_that_cannot_be_made_ends_it_once_those_before_are_told()
    {
        await using var server = RawServer.Answering(Rejection);
        var told = 0;

        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(
            server.Url,
            Enumerable.Range(0, 2).Select(i => i == 0 ? Sample.LowerCaseSex : throw new InvalidDataException("no more")),
            _ =>
            {
                told++;
                return ValueTask.CompletedTask;
            }));

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_case_whose_making_fails_among_many_ends_it_with_the_reason()
    {
        await using var server = RawServer.Answering(Rejection);
        var made = 0;
        var good = new CasePlan("good", false, () => Sample.LowerCaseSex);
        var bad = new CasePlan("bad", false, () =>
        {
            made++;
            throw new InvalidDataException("no such value");
        });

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(
            server.Url, [.. Enumerable.Repeat(good, 600), bad, .. Enumerable.Repeat(good, 600)], _ => ValueTask.CompletedTask));

        Assert.Equal("no such value", thrown.Message);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Cases_are_sent_in_the_order_they_were_drawn_in()
    {
        await using var server = RawServer.Answering(Rejection);
        var cases = Enumerable.Range(0, 1_500).Select(i => Sample.LowerCaseSex with { Id = $"post:sex:{i}" }).ToList();
        var told = new List<string>();

        await RunAsync(server.Url, cases.Select(CasePlan.Of), happened =>
        {
            told.Add(((RunEvent.CaseJudged)happened).Case.Id);
            return ValueTask.CompletedTask;
        }, width: 1);

        Assert.Equal(cases.Select(c => c.Id), told);
    }

    [Fact]
    public async Task Requests_that_reduce_a_failed_case_share_the_width_with_all_others()
    {
        var within = new Crowd();
        await using var server = RawServer.Doing(async (stream, stop) =>
        {
            within.Enter();
            await Task.Delay(TimeSpan.FromMilliseconds(5), stop);
            within.Leave();
            await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(RawServer.Json(500, "{}")), stop);
        });
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
        Uri url, IEnumerable<TestCase> cases, Func<RunEvent, ValueTask> tell, TimeProvider? time = null) =>
        RunAsync(url, cases.Select(CasePlan.Of), tell, time);

    private static async Task RunAsync(
        Uri url, IEnumerable<CasePlan> cases, Func<RunEvent, ValueTask> tell, TimeProvider? time = null, int width = 3)
    {
        var options = new RunOptions
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = [],
            Total = 0,
            Guard = _ => null,
            // More connections than the width, so that it is the pipeline that keeps to it.
            Replay = RawServer.Patient(url) with { Concurrency = 16 },
            RepeatEvery = 0,
        };
        await using var replayer = new Replayer(options.Replay, time ?? TimeProvider.System);
        var judge = new Judge(new SchemaLibrary(options.Description), options.Judging);
        var stages = new CaseStages(options, replayer, judge, new KnownDeviations(options.Deviations, default));
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

        public override DateTimeOffset GetUtcNow() => Interlocked.Increment(ref _read) == reading
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
