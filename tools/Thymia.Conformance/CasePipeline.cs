using System.Threading.Channels;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance;

/// <summary>
/// Takes cases through their stages side by side: made and checked some ahead, sent, judged. Each stage works on many
/// in a row where it can, since code and data that are still in the processor's cache take a third of the time.
/// </summary>
/// <param name="width">How many requests are under way at once, at most.</param>
/// <param name="tell">Hears what became of each case.</param>
internal sealed class CasePipeline(CaseStages stages, int width, Func<RunEvent, ValueTask> tell) : IDisposable
{
    private const int Ahead = 128;
    private const int Unjudged = 512;

    // Long enough for many answers to gather, and nothing to someone who watches.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);

    private readonly Channel<IReadOnlyList<CaseAttempt>> _prepared = Channel.CreateBounded<IReadOnlyList<CaseAttempt>>(1);
    private readonly Channel<CaseAttempt> _attempts =
        Channel.CreateBounded<CaseAttempt>(new BoundedChannelOptions(Unjudged) { SingleReader = true });

    private readonly SemaphoreSlim _sending = new(width);

    /// <summary>Ends when the last case is told; what was answered is judged and told even when it is being cancelled.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task RunAsync(IEnumerable<CasePlan> cases, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var preparing = Task.Run(() => PrepareAsync(cases, stop.Token), CancellationToken.None);
        var judging = Task.Run(() => JudgeAsync(cancellation), CancellationToken.None);
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancellation };
            await Parallel.ForEachAsync(PreparedAsync(), parallel, SendAsync);
        }
        finally
        {
            _attempts.Writer.TryComplete();
            await stop.CancelAsync();
            await judging;
            await preparing;
        }
    }

    public void Dispose() => _sending.Dispose();

    // Where one cannot be made, those that were handed on before it are still sent and told.
    private async Task PrepareAsync(IEnumerable<CasePlan> cases, CancellationToken cancellation)
    {
        try
        {
            // The first goes out at once, however long the next ones are in coming.
            var wanted = 1;
            var made = new List<TestCase>();
            foreach (var plan in cases)
            {
                made.Add(plan.Make());
                if (made.Count == wanted)
                {
                    await HandOnAsync(made, cancellation);
                    made.Clear();
                    wanted = Math.Min(wanted * 2, Ahead);
                }
            }

            await HandOnAsync(made, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody wants more.
        }
        finally
        {
            _prepared.Writer.Complete();
        }
    }

    private ValueTask HandOnAsync(List<TestCase> made, CancellationToken cancellation) =>
        _prepared.Writer.WriteAsync([.. made.Select(stages.Prepare)], cancellation);

    private async IAsyncEnumerable<CaseAttempt> PreparedAsync()
    {
        await foreach (var some in _prepared.Reader.ReadAllAsync())
        {
            foreach (var one in some)
            {
                yield return one;
            }
        }
    }

    private async ValueTask SendAsync(CaseAttempt prepared, CancellationToken cancellation)
    {
        CaseAttempt attempt;
        await _sending.WaitAsync(cancellation);
        try
        {
            attempt = await stages.TryAsync(prepared, cancellation);
        }
        finally
        {
            _sending.Release();
        }

        await _attempts.Writer.WriteAsync(attempt, CancellationToken.None);
    }

    private async Task JudgeAsync(CancellationToken cancellation)
    {
        var reducing = new List<Task>();
        try
        {
            var gathered = 0;
            while (await _attempts.Reader.WaitToReadAsync(CancellationToken.None))
            {
                if (gathered > 1 && _attempts.Reader.Count < Ahead / 2)
                {
                    await Task.Delay(Gathering, CancellationToken.None);
                }

                var ended = Judge(failed => reducing.Add(ReduceAsync(failed, cancellation)));
                gathered = ended.Count;
                foreach (var happened in ended)
                {
                    await tell(happened);
                }
            }
        }
        catch (Exception e)
        {
            // Nobody waits for room that will not come.
            _attempts.Writer.TryComplete(e);
            throw;
        }
        finally
        {
            await Task.WhenAll(reducing);
        }
    }

    // Those that are to be reduced end later.
    private List<RunEvent> Judge(Action<RunEvent> reduce)
    {
        var ended = new List<RunEvent>();
        while (ended.Count < Unjudged && _attempts.Reader.TryRead(out var attempt))
        {
            var happened = stages.Judged(attempt);
            if (stages.TakesToReduce(happened))
            {
                reduce(happened);
            }
            else
            {
                stages.WriteDown(happened);
                ended.Add(happened);
            }
        }

        return ended;
    }

    // Within the width, so that a provider is never asked more at once than the run may.
    private async Task ReduceAsync(RunEvent failed, CancellationToken cancellation)
    {
        await _sending.WaitAsync(CancellationToken.None);
        try
        {
            var reduced = await stages.ReduceAsync(failed, cancellation);
            stages.WriteDown(reduced);
            await tell(reduced);
        }
        finally
        {
            _sending.Release();
        }
    }
}
