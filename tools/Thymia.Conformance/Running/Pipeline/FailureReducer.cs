using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Looks for the smallest request that still fails: takes away one thing after the other, and keeps each step that the
/// guard proves and the same check fails. So that a run ends in time, it does this for a few cases, in few steps.
/// </summary>
/// <param name="judge">Sends a case and judges the answer.</param>
internal sealed class FailureReducer(
    RunOptions options,
    Func<TestCase, CancellationToken, Task<RunEvent.CaseJudged>> judge
)
{
    private const int MostRequests = 80;

    private readonly Reductions _reductions = new(options.Guard);
    private int _reduced;

    /// <summary>Whether the case failed, there may be a smaller one, and its turn has not gone to others.</summary>
    public bool Takes(RunEvent.CaseJudged judged) =>
        judged.Verdict is Verdict.Failed { Findings.Count: > 0 } && MayReduce(judged) && MayCount(judged);

    /// <summary>The failed case with its reduced one, where there is one.</summary>
    public async Task<RunEvent.CaseJudged> ReduceAsync(RunEvent.CaseJudged judged, CancellationToken cancellation)
    {
        var check = ((Verdict.Failed)judged.Verdict).Findings[0].Check;
        var smallest = judged.Case;
        try
        {
            for (var left = MostRequests; left > 0; )
            {
                (var next, left) = await StepAsync(smallest, check, left, cancellation);
                if (next is null)
                {
                    break;
                }

                smallest = next;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was found is told.
        }

        return judged with
        {
            Reduced = ReferenceEquals(smallest, judged.Case) ? null : smallest,
        };
    }

    // Where a request was accepted, smaller ones may be, and each creates a call.
    private bool MayReduce(RunEvent.CaseJudged judged) =>
        judged.Case.IsRandom
        && (
            options.Replay.BaseUrl.IsLoopback
            || (judged.Case.Expectation is not Expectation.Accepted && judged.Exchange?.Answer is { Status: >= 400 })
        );

    // A case that nothing can be taken from leaves its turn to another.
    private bool MayCount(RunEvent.CaseJudged judged) =>
        Volatile.Read(ref _reduced) < options.ReduceAtMost
        && _reductions.Of(judged.Case).Any()
        && Interlocked.Increment(ref _reduced) <= options.ReduceAtMost;

    private async Task<(TestCase? Next, int Left)> StepAsync(
        TestCase from,
        string check,
        int left,
        CancellationToken cancellation
    )
    {
        foreach (var smaller in _reductions.Of(from).Take(left))
        {
            left--;
            var judged = await judge(smaller, cancellation);
            if (judged.Verdict is Verdict.Failed failed && failed.Findings.Any(f => f.Check == check))
            {
                return (smaller, left);
            }
        }

        return (null, left);
    }
}
