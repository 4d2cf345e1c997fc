using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance;

/// <summary>
/// Looks for the smallest request that still fails: takes away one thing after the other, and keeps each step that the
/// guard proves and the same check fails. So that a run ends in time, it does this for a few cases, in few steps.
/// </summary>
/// <param name="judge">Sends a case and judges the answer.</param>
internal sealed class FailureReducer(
    RunOptions options, Func<TestCase, CancellationToken, Task<RunEvent.CaseJudged>> judge)
{
    private const int MostRequests = 80;

    private readonly Reductions _reductions = new(options.Guard);
    private int _reduced;

    /// <summary>The case with its reduced one, where it failed and is such that there may be one.</summary>
    public async Task<RunEvent.CaseJudged> TryAsync(RunEvent.CaseJudged judged, CancellationToken cancellation)
    {
        if (judged.Verdict is not Verdict.Failed { Findings: [var first, ..] } || !MayReduce(judged) || !MayCount(judged))
        {
            return judged;
        }

        var smallest = judged.Case;
        try
        {
            for (var left = MostRequests; left > 0;)
            {
                (var next, left) = await StepAsync(smallest, first.Check, left, cancellation);
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

        return judged with { Reduced = ReferenceEquals(smallest, judged.Case) ? null : smallest };
    }

    // Where a request was accepted, smaller ones may be, and each creates a call.
    private bool MayReduce(RunEvent.CaseJudged judged) => judged.Case.IsRandom
        && (options.Replay.BaseUrl.IsLoopback || (judged.Case.Expectation is not Expectation.Accepted
            && judged.Exchange?.Answer is { Status: >= 400 }));

    // A case that nothing can be taken from leaves its turn to another.
    private bool MayCount(RunEvent.CaseJudged judged) => Volatile.Read(ref _reduced) < options.ReduceAtMost
        && _reductions.Of(judged.Case).Any() && Interlocked.Increment(ref _reduced) <= options.ReduceAtMost;

    private async Task<(TestCase? Next, int Left)> StepAsync(
        TestCase from, string check, int left, CancellationToken cancellation)
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
