namespace Thymia.Conformance.Tests.Replay;

/// <summary>
/// A clock that stands still, and jumps ahead to the end of whatever wait begins; waits longer than a limit never end.
/// </summary>
internal sealed class JumpingTime(TimeSpan longest) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly Lock _jumping = new();
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _gone;

    /// <summary>Called as each wait begins, before it ends.</summary>
    public Action Waiting { get; init; } = () => { };

    /// <summary>The waits that began, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_jumping)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_jumping)
        {
            return _gone.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => Start + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= longest)
        {
            lock (_jumping)
            {
                _waits.Add(dueTime);
                _gone += dueTime;
            }

            Waiting();
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Spent();
    }

    private sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
