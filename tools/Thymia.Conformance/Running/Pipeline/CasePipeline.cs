using System.Threading.Channels;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Takes cases through their stages: made and checked, sent, judged. Each stage works on many in a row, and as far as
/// it can while little is being sent: code and data that are still in the processor's cache take a third of the time.
/// </summary>
/// <param name="width">How many requests are under way at once, at most.</param>
/// <param name="tell">Hears what became of the cases that were judged together.</param>
internal sealed class CasePipeline(CaseStages stages, int width, Func<IReadOnlyList<RunEvent>, ValueTask> tell)
    : IDisposable
{
    private const int Unjudged = 1_024;

    // As long as they are told, they are kept: more would take more room, and save next to nothing.
    private const int MostTogether = 64;

    // Long enough for many answers to gather, and nothing to someone who watches.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly CaseSupply _supply = new(stages);

    private readonly Channel<CaseAttempt> _attempts = Channel.CreateBounded<CaseAttempt>(
        new BoundedChannelOptions(Unjudged) { SingleReader = true }
    );

    private readonly SemaphoreSlim _sending = new(width);

    /// <summary>
    /// Ends when the last case is told; what was answered is judged and told even when it is being cancelled.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task RunAsync(IEnumerable<CasePlan> cases, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var preparing = Task.Run(() => _supply.FillAsync(cases, stop.Token), CancellationToken.None);
        var judging = Task.Run(() => JudgeAsync(cancellation), CancellationToken.None);
        try
        {
            await Task.WhenAll(
                Enumerable.Range(0, width).Select(_ => Task.Run(() => SendAsync(stop), CancellationToken.None))
            );
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

    // One of as many as the run is wide; where one fails, none goes on.
    private async Task SendAsync(CancellationTokenSource stop)
    {
        try
        {
            do
            {
                while (_supply.TryTake(out var prepared))
                {
                    await _sending.WaitAsync(stop.Token);
                    CaseAttempt attempt;
                    try
                    {
                        attempt = await stages.TryAsync(prepared, stop.Token);
                    }
                    finally
                    {
                        _sending.Release();
                    }

                    await _attempts.Writer.WriteAsync(attempt, CancellationToken.None);
                }
            } while (await _supply.WaitAsync(stop.Token));
        }
        catch
        {
            await stop.CancelAsync();
            throw;
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
                if (gathered > 1 && !_supply.Pause.IsCompleted)
                {
                    await GatherAsync();
                }

                gathered = 0;
                List<RunEvent> ended;
                do
                {
                    ended = Judge(failed => reducing.Add(ReduceAsync(failed, cancellation)));
                    gathered += ended.Count;
                    await tell(ended);
                } while (ended.Count == MostTogether);
            }

            await ReportKeptAsync();
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

    private async Task ReportKeptAsync()
    {
        foreach (var together in stages.Settle().Chunk(MostTogether))
        {
            await tell(together);
        }
    }

    // Until the senders pause, or for as long as a watcher does not notice.
    private async Task GatherAsync()
    {
        using var enough = new CancellationTokenSource();
        await Task.WhenAny(_supply.Pause, Task.Delay(Gathering, enough.Token));
        await enough.CancelAsync();
    }

    // Those that are to be reduced end later.
    private List<RunEvent> Judge(Action<RunEvent> reduce)
    {
        var ended = new List<RunEvent>(MostTogether);
        try
        {
            while (ended.Count < MostTogether && _attempts.Reader.TryRead(out var attempt))
            {
                var happened = stages.Judged(attempt);
                if (stages.TakesToReduce(happened))
                {
                    reduce(happened);
                }
                else if (!stages.Keeps(happened))
                {
                    ended.Add(happened);
                }
            }
        }
        finally
        {
            // Where one cannot be judged, those before it have been.
            stages.WriteDown(ended);
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
            stages.WriteDown([reduced]);
            await tell([reduced]);
        }
        finally
        {
            _sending.Release();
        }
    }
}
