namespace Thymia.Conformance.Replay;

/// <summary>
/// Lets requests go one by one, at most so many a second and evenly spaced; whoever asks first goes first.
/// </summary>
internal sealed class Pace
{
    private readonly TimeProvider _time;
    private readonly long _interval;
    private readonly Lock _turns = new();
    private long _next;

    /// <param name="perSecond">Infinity for no limit.</param>
    public Pace(double perSecond, TimeProvider time)
    {
        _time = time;
        _interval = (long)(time.TimestampFrequency / perSecond);
        _next = time.GetTimestamp();
    }

    /// <summary>Until it is the caller's turn.</summary>
    public Task TurnAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_turns)
        {
            var now = _time.GetTimestamp();
            var turn = Math.Max(_next, now);
            _next = turn + _interval;
            wait = _time.GetElapsedTime(now, turn);
        }

        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, _time, cancellation);
    }

    /// <summary>Nobody's turn comes before that time is over.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_turns)
        {
            var end = _time.GetTimestamp() + (long)(time.TotalSeconds * _time.TimestampFrequency);
            _next = Math.Max(_next, end);
        }
    }
}
