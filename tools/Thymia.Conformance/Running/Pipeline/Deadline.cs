using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// The time that a run has, from now on. Once it is over no case is begun; what is under way may take as long as a
/// request may, and is then left.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan? _limit;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly CancellationTokenSource? _end;

    /// <param name="limit">Null for any time.</param>
    /// <param name="grace">How long a request may take.</param>
    public Deadline(TimeSpan? limit, TimeSpan grace, TimeProvider time)
    {
        _limit = limit;
        _time = time;
        _start = time.GetTimestamp();
        _end = limit is { } some ? new CancellationTokenSource(some + grace, time) : null;
    }

    /// <summary>Whether no case may be begun any more.</summary>
    public bool IsOver => _limit is { } limit && _time.GetElapsedTime(_start) >= limit;

    /// <summary>Whether what is under way is to be left.</summary>
    public bool IsLeft => _end?.IsCancellationRequested == true;

    /// <summary>Cancelled when the asker says so, or when what is under way is to be left; null where only the former
    /// can happen.</summary>
    public CancellationTokenSource? Until(CancellationToken asker) =>
        _end is null ? null : CancellationTokenSource.CreateLinkedTokenSource(asker, _end.Token);

    /// <summary>What is said of a case that the run has no time for.</summary>
    public RunEvent.CaseJudged NotReached(TestCase testCase) =>
        new(
            testCase,
            null,
            new Verdict.Skipped(
                $"not reached in the {Amounts.Time(_limit!.Value)} that a run may take "
                    + $"({SettingCatalogue.MaxDuration.Option}, {SettingCatalogue.MaxDuration.Variable})"
            )
        )
        {
            NotReached = true,
        };

    public void Dispose() => _end?.Dispose();
}
