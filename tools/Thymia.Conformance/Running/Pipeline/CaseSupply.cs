using System.Threading.Channels;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Cases made and checked for those who send them: many in a row, on all cores, each time a sender finds none left.
/// </summary>
internal sealed class CaseSupply(CaseStages stages)
{
    private const int Most = 512;
    private const int InARow = 64;

    private readonly Channel<CaseAttempt> _prepared = Channel.CreateUnbounded<CaseAttempt>(
        new UnboundedChannelOptions { SingleWriter = true }
    );

    private volatile TaskCompletionSource _pause = NewPause();

    /// <summary>Ends when a sender finds nothing to send; there is another as soon as there are cases again.</summary>
    public Task Pause => _pause.Task;

    /// <summary>Makes one case after the other until there are no more, or nobody wants more.</summary>
    public async Task FillAsync(IEnumerable<CasePlan> cases, CancellationToken cancellation)
    {
        try
        {
            // The first goes out at once, however long the next ones are in coming.
            var wanted = 1;
            var next = new List<CasePlan>();
            foreach (var plan in cases)
            {
                next.Add(plan);
                if (next.Count == wanted)
                {
                    await HandOnAsync(next, cancellation);
                    next.Clear();
                    wanted = Math.Min(wanted * 2, Most);
                }
            }

            await HandOnAsync(next, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody wants more.
        }
        finally
        {
            // Where one cannot be made, those that were handed on before it are still sent and told.
            _prepared.Writer.Complete();
        }
    }

    /// <summary>False where there is none at the moment.</summary>
    public bool TryTake(out CaseAttempt prepared) => _prepared.Reader.TryRead(out prepared);

    /// <summary>For whoever found none; false where there will be none any more.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellation)
    {
        _pause.TrySetResult();
        return _prepared.Reader.WaitToReadAsync(cancellation);
    }

    // All are checked before the first is handed on.
    private async Task HandOnAsync(List<CasePlan> next, CancellationToken cancellation)
    {
        await Pause.WaitAsync(cancellation);
        var prepared = new CaseAttempt[next.Count];
        await Parallel.ForAsync(0, (next.Count + InARow - 1) / InARow, cancellation, async (row, _) =>
        {
            // Answers that are still to come go first, or the provider would seem slow.
            await Task.Yield();
            var from = row * InARow;
            var made = next[from..Math.Min(from + InARow, next.Count)].ConvertAll(stages.Make);
            made.ConvertAll(stages.Check).CopyTo(prepared, from);
        });

        // Before the first is taken, so that the next pause is not missed.
        _pause = NewPause();
        foreach (var attempt in prepared)
        {
            _prepared.Writer.TryWrite(attempt);
        }
    }

    private static TaskCompletionSource NewPause() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
