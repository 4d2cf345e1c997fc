using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>
/// Notices that answers far apart name one time. They may as long as the time is not more exact than that: apart are
/// answers with more than three seconds between them, and more than twice what the time resolves.
/// </summary>
internal sealed class FrozenTimes
{
    private const int MaxTimes = 1_000;
    private const int ClockOfMinutes = 5;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(3);

    private readonly Lock _noting = new();
    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset To)> _seen = new(StringComparer.Ordinal);

    /// <summary>How long after another answer the same time came again; null where that is all right.</summary>
    public TimeSpan? Of(string time, Exchange exchange)
    {
        var (sent, answered) = (exchange.SentAt, exchange.SentAt + exchange.Duration);
        lock (_noting)
        {
            if (!_seen.TryGetValue(time, out var seen))
            {
                if (_seen.Count < MaxTimes)
                {
                    _seen[time] = (sent, answered);
                }

                return null;
            }

            var gap = sent > seen.To ? sent - seen.To : seen.From - answered;
            return gap > Apart && gap > 2 * ResolutionOf(time) ? gap : null;
        }
    }

    // Hours and minutes are always there; what has no seconds resolves minutes.
    private static TimeSpan ResolutionOf(string time)
    {
        var clock = time.AsSpan(time.IndexOfAny(['T', 't', ' ']) + 1);
        return clock.Length > ClockOfMinutes && clock[ClockOfMinutes] == ':'
            ? TimeSpan.FromSeconds(1)
            : TimeSpan.FromMinutes(1);
    }
}
