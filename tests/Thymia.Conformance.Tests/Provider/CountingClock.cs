namespace Thymia.Conformance.Tests.Provider;

/// <summary>A clock that stands still, counts who waits, and lets nobody wait long.</summary>
internal sealed class CountingClock : TimeProvider
{
    private int _timers;

    public int Timers => _timers;

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
