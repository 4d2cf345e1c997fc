using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Sequences;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// One run, from the cases to their verdicts: draw a case, check that it is what it says, send it,
/// judge the answer, tell the listeners. Up to <see cref="ReplayOptions.Concurrency"/> cases are under
/// way at once; events come as cases end.
/// </summary>
public sealed class ConformanceRun(RunOptions options, TimeProvider time)
{
    private readonly Judge _judge = new(new SchemaLibrary(options.Description), options.Judging);
    private readonly KnownDeviations _known = new(
        options.Deviations,
        DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)
    );
    private bool _keyRefused;
    private bool _isShort;
    private string? _hint;
    private Func<int>? _created;
    private Func<int>? _requests;
    private IReadOnlyList<LeftThing> _left = [];

    // Requests of an earlier part of the run.
    private int _recalled;

    /// <summary>
    /// The run as it happens: started, then an event for each case, then finished. Cancelling ends it with what was
    /// done; a provider that cannot be reached ends it after the first case that is sent. A run is executed once.
    /// </summary>
    /// <exception cref="UnusableInputException">The description cannot be judged by.</exception>
    public async IAsyncEnumerable<RunEvent> ExecuteAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var start = time.GetTimestamp();
        yield return new RunEvent.RunStarted(
            options.Description,
            options.Replay.BaseUrl,
            options.Seed,
            options.Total,
            time.GetUtcNow()
        )
        {
            Constraints = options.Constraints,
            LeftOut = options.LeftOut,
            Checks = _judge.Checks,
        };

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var events = Channel.CreateBounded<IReadOnlyList<RunEvent>>(
            new BoundedChannelOptions(1)
            {
                SingleReader = true,

                // Whoever tells an event sees to it that it is heard, which saves waking a thread for each.
                AllowSynchronousContinuations = true,
            }
        );
        using var unheard = new CancellationTokenSource();
        var working = WorkAsync(events.Writer, unheard.Token, stop.Token);
        var totals = RunTotals.None;
        try
        {
            await foreach (var together in events.Reader.ReadAllAsync(CancellationToken.None))
            {
                foreach (var happened in together)
                {
                    totals = totals.Plus(happened);
                    _isShort |= happened is RunEvent.CaseJudged { NotReached: true };
                    yield return happened;
                }
            }
        }
        finally
        {
            // Whoever stops listening stops the run.
            await stop.CancelAsync();
            await unheard.CancelAsync();
            await working;
        }

        var duration = time.GetElapsedTime(start);
        var isWhole = await working is null && !cancellation.IsCancellationRequested && !_isShort;
        if (!cancellation.IsCancellationRequested)
        {
            options.Journal?.Finished(duration, await working, _created?.Invoke() ?? 0);
        }

        yield return new RunEvent.RunFinished(totals, duration, cancellation.IsCancellationRequested)
        {
            GivenUp = await working,
            KeyRefused = _keyRefused,
            Hint = _hint,
            Requests = _requests?.Invoke(),
            Created = _created?.Invoke(),
            Left = _left,
            Deviations = _known.Outcomes(_judge.Asked, isWhole),
            StrictDeviations = options.StrictDeviations,
            Asked = _judge.Asked,
        };
    }

    /// <summary>The whole run, event by event to a listener.</summary>
    /// <exception cref="UnusableInputException">The description cannot be judged by, or
    /// the listener cannot write.</exception>
    public async Task ExecuteAsync(IRunListener listener, CancellationToken cancellation)
    {
        await foreach (var happened in ExecuteAsync(cancellation))
        {
            listener.OnEvent(happened);
        }
    }

    /// <summary>Works off the cases; why it gave up, or null.</summary>
    /// <param name="unheard">Nobody listens any more.</param>
    private async Task<string?> WorkAsync(
        ChannelWriter<IReadOnlyList<RunEvent>> events,
        CancellationToken unheard,
        CancellationToken cancellation
    )
    {
        Exception? failure = null;
        string? givenUp = null;
        try
        {
            await using var replayer = new Replayer(options.Replay with { CreatedBefore = options.Past.Calls }, time);
            _created = () => options.Past.Calls + replayer.Created;
            _requests = () => _recalled + replayer.Sent;
            using var stages = new CaseStages(options, replayer, _judge, _known, time);
            try
            {
                givenUp = await WorkOffAsync(stages, e => TellAsync(events, e, unheard), cancellation);
                _left = await stages.CleanUpAsync(mayBeSent: true, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // What was done has been told; what was created stays, since nothing more may be sent.
                _left = await stages.CleanUpAsync(mayBeSent: false, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        events.Complete(failure);
        return givenUp;
    }

    private async Task<string?> WorkOffAsync(
        CaseStages stages,
        Func<IReadOnlyList<RunEvent>, ValueTask> tell,
        CancellationToken cancellation
    )
    {
        _recalled = options.Past.ProbeStatuses.Count;
        foreach (var happened in options.Past.Events)
        {
            _recalled += happened is RunEvent.CaseJudged { Exchange: not null } ? 1 : 0;
            await tell([stages.Recall(happened)]);
        }

        using var cases = options.Cases.GetEnumerator();
        var vanguard = new Vanguard(stages, _judge.Policy, options);
        var givenUp = await vanguard.RunAsync(cases, e => tell([e]), cancellation);
        _keyRefused = vanguard.KeyRefused is not null;
        _hint = vanguard.Hint;
        if (givenUp is not null)
        {
            return givenUp;
        }

        var silence = new FinalSilence();
        using var pipeline = new CasePipeline(stages, options.Replay.Concurrency, e =>
        {
            silence.Observe(e);
            return tell(e);
        });
        await pipeline.RunAsync(Rest(cases), cancellation);
        return silence.Reason;
    }

    // What was judged is told even when the run is being cancelled, as long as someone listens.
    private static ValueTask TellAsync(
        ChannelWriter<IReadOnlyList<RunEvent>> events,
        IReadOnlyList<RunEvent> happened,
        CancellationToken unheard
    ) => events.TryWrite(happened) ? ValueTask.CompletedTask : events.WriteAsync(happened, unheard);

    private static IEnumerable<CasePlan> Rest(IEnumerator<CasePlan> cases)
    {
        while (cases.MoveNext())
        {
            yield return cases.Current;
        }
    }
}
