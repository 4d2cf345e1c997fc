using System.Globalization;
using System.Net.Http.Headers;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>
/// What follows from an answer for those that come after it: how long everybody waits, and whether the request goes
/// again. Gives in when waiting has helped nobody for a while, so that a run ends.
/// </summary>
internal sealed class BackOff(Seed seed, TimeProvider time, TimeSpan readyWithin = default)
{
    private const int TooManyRequests = 429;
    private const int Unavailable = 503;
    private const int MostRetries = 4;
    private const int MostInVain = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly long _began = time.GetTimestamp();
    private readonly Lock _learning = new();
    private int _draws;
    private int _inVain;
    private bool _answered;
    private (DateTimeOffset Until, string Reason)? _closed;

    /// <summary>Why nothing is sent now, as a clause; null where something may be.</summary>
    public string? Closed
    {
        get
        {
            lock (_learning)
            {
                return _closed is { } closed && time.GetUtcNow() < closed.Until ? closed.Reason : null;
            }
        }
    }

    /// <summary>True for 429, and for 503 with Retry-After.</summary>
    public static bool AsksForPatience(Exchange exchange) =>
        exchange.Answer is { Status: TooManyRequests }
        || (exchange.Answer is { Status: Unavailable } answer && answer.Header("retry-after") is not null);

    /// <param name="retries">How many times the request has been sent again already.</param>
    public (TimeSpan Pause, bool Again) After(Exchange exchange, int retries)
    {
        lock (_learning)
        {
            if (AsksForPatience(exchange))
            {
                _answered = true;
                return Patient(exchange.Answer!, retries);
            }

            if (exchange.Refused && !_answered && time.GetElapsedTime(_began) < readyWithin)
            {
                return (FirstWait, true);
            }

            // Where nobody has ever answered, nobody will: that is for the run to say at once.
            if (exchange.Refused && _answered)
            {
                return Again(retries, null, exchange.Failure!);
            }

            _answered |= exchange.Answer is not null;
            _inVain = exchange.Answer is null ? _inVain : 0;
            return (TimeSpan.Zero, false);
        }
    }

    private (TimeSpan Pause, bool Again) Patient(Answer answer, int retries)
    {
        var asked = Asked(answer.Header("retry-after"));
        if (asked > LongestWait)
        {
            var until = time.GetUtcNow() + asked.Value;
            _closed = (
                until,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the provider asked to be left alone until {until:yyyy-MM-dd HH:mm:ss} UTC (Retry-After)"
                )
            );
            return (TimeSpan.Zero, false);
        }

        // Whether a 503 came before or after the work was done, nobody knows.
        return answer.Status == TooManyRequests
            ? Again(retries, asked, "the provider goes on limiting the rate of requests (status 429)")
            : (asked ?? TimeSpan.Zero, false);
    }

    private (TimeSpan Pause, bool Again) Again(int retries, TimeSpan? asked, string reason)
    {
        if (retries < MostRetries)
        {
            return (asked ?? Grown(retries), true);
        }

        if (++_inVain >= MostInVain)
        {
            _closed ??= (DateTimeOffset.MaxValue, reason);
        }

        return (TimeSpan.Zero, false);
    }

    // Doubled each time, and up to half as long again, so that those that wait together do not return together.
    private TimeSpan Grown(int retries)
    {
        var share = seed.Derive(_draws++).Value / (double)ulong.MaxValue;
        return FirstWait * (1 << retries) * (1 + (share / 2));
    }

    private TimeSpan? Asked(string? retryAfter)
    {
        if (!RetryConditionHeaderValue.TryParse(retryAfter, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date!.Value - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
