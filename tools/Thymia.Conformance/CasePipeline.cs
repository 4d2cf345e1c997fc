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

    private readonly Channel<CaseAttempt> _prepared =
        Channel.CreateBounded<CaseAttempt>(new BoundedChannelOptions(Ahead) { SingleWriter = true });

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
            await Task.WhenAll(Enumerable.Range(0, width).Select(_ => Task.Run(() => SendAsync(stop), CancellationToken.None)));
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

    // All are checked before the first is handed on: one stage after the other, as long as many wait.
    private async ValueTask HandOnAsync(List<TestCase> made, CancellationToken cancellation)
    {
        foreach (var prepared in made.ConvertAll(stages.Prepare))
        {
            await _prepared.Writer.WriteAsync(prepared, cancellation);
        }
    }

    // One of as many as the run is wide; where one fails, none goes on.
    private async Task SendAsync(CancellationTokenSource stop)
    {
        try
        {
            while (await _prepared.Reader.WaitToReadAsync(stop.Token))
            {
                while (_prepared.Reader.TryRead(out var prepared))
                {
                    await _attempts.Writer.WriteAsync(await TryAsync(prepared, stop.Token), CancellationToken.None);
                }
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async ValueTask<CaseAttempt> TryAsync(CaseAttempt prepared, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            return await stages.TryAsync(prepared, cancellation);
        }
        finally
        {
            _sending.Release();
        }
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
