namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>
/// How long answers took, as counts in buckets that are 5 % wide: quantiles are right to 5 %, whatever their number.
/// </summary>
public sealed class LatencyTally
{
    private const double Growth = 1.05;
    private const double FirstMs = 0.05;
    private static readonly double LogGrowth = Math.Log(Growth);
    private readonly SortedDictionary<int, int> _buckets = [];

    public int Count { get; private set; }

    public TimeSpan Longest { get; private set; }

    /// <summary>Upper edge in milliseconds and count of every bucket that holds something, the fastest first.</summary>
    public IEnumerable<(double Milliseconds, int Count)> Buckets => _buckets.Select(b => (EdgeOf(b.Key), b.Value));

    /// <summary>So that this share of answers was at least as fast; zero where there are none.</summary>
    /// <param name="share">From 0 to 1.</param>
    public TimeSpan Quantile(double share)
    {
        var left = Math.Max(1, (int)Math.Ceiling(share * Count));
        foreach (var (bucket, count) in _buckets)
        {
            left -= count;
            if (left <= 0)
            {
                return TimeSpan.FromMilliseconds(Math.Min(EdgeOf(bucket), Longest.TotalMilliseconds));
            }
        }

        return TimeSpan.Zero;
    }

    internal void Add(TimeSpan duration)
    {
        var bucket = Math.Max(0, (int)Math.Ceiling(Math.Log(duration.TotalMilliseconds / FirstMs) / LogGrowth));
        _buckets[bucket] = _buckets.GetValueOrDefault(bucket) + 1;
        Count++;
        Longest = duration > Longest ? duration : Longest;
    }

    private static double EdgeOf(int bucket) => FirstMs * Math.Pow(Growth, bucket);
}
