namespace Thymia.Conformance.Configuration;

/// <summary>
/// How hard a provider is pressed, and how long waited for, where nobody said. This machine is ours; another belongs to
/// people who are at work. Parts of a divided run press it together, and so share what is allowed.
/// </summary>
public static class Politeness
{
    private const double RemoteRate = 5;
    private const int RemoteConcurrency = 2;
    private const int LocalConcurrency = 8;
    private const int RemoteCalls = 25;
    private static readonly TimeSpan RemoteDuration = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RemoteReadyWithin = TimeSpan.FromSeconds(10);

    /// <summary>Requests a second; infinity where there is no limit.</summary>
    public static double RateOf(ConformanceOptions options) =>
        (options.Rate ?? (options.IsLocal ? double.PositiveInfinity : RemoteRate)) / (options.Shard?.Count ?? 1);

    /// <summary>Requests under way at once.</summary>
    public static int ConcurrencyOf(ConformanceOptions options) =>
        options.Concurrency ?? (options.IsLocal ? LocalConcurrency : RemoteConcurrency);

    /// <summary>How long connections may be refused before the first answer.</summary>
    public static TimeSpan ReadyWithinOf(ConformanceOptions options) =>
        options.ReadyWithin ?? (options.IsLocal ? TimeSpan.Zero : RemoteReadyWithin);

    /// <summary>How long a run may begin cases; null where there is no limit.</summary>
    public static TimeSpan? DurationOf(ConformanceOptions options) =>
        (options.MaxDuration ?? (options.IsLocal ? Timeout.InfiniteTimeSpan : RemoteDuration)) is var limit
        && limit != Timeout.InfiniteTimeSpan
            ? limit
            : null;

    /// <summary>Calls that a run may create; <see cref="int.MaxValue"/> where there is no limit.</summary>
    public static int CallsOf(ConformanceOptions options) =>
        (options.MaxAcceptedCalls ?? (options.IsLocal ? int.MaxValue : RemoteCalls)) is var limit
        && limit < int.MaxValue
            ? options.Shard?.PartOf(limit) ?? limit
            : int.MaxValue;
}
