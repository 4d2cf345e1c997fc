using System.Collections.Concurrent;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>A clock whose timers go off when the test says so.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private readonly ConcurrentQueue<TimeSpan> _changes = new();

    /// <summary>To when timers were put off, in order.</summary>
    public IEnumerable<TimeSpan> Changes => _changes;

    /// <summary>Every timer goes off, whenever it was due.</summary>
    public void GoOff()
    {
        Timer[] due;
        lock (_timers)
        {
            due = [.. _timers];
        }

        foreach (var timer in due)
        {
            timer.GoOff();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state, _changes.Enqueue);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(TimerCallback callback, object? state, Action<TimeSpan> changed) : ITimer
    {
        private bool _disposed;

        public void GoOff()
        {
            if (!_disposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            changed(dueTime);
            return true;
        }

        public void Dispose() => _disposed = true;

        public ValueTask DisposeAsync()
        {
            _disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
