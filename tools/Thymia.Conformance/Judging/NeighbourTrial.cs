using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging;

/// <summary>The same request sent while a huge one was under way, and once more when that was done.</summary>
/// <param name="Beside">The slowest or worst of those sent beside the huge one.</param>
/// <param name="After">The one sent afterwards.</param>
public sealed record NeighbourTrial(Exchange Beside, Exchange After)
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(1);

    /// <summary>
    /// True where the huge request failed its neighbour, or kept it waiting far beyond what it takes alone.
    /// </summary>
    public bool IsBad =>
        After.Answer is { Status: < 500 }
        && (
            Beside.Answer is null or { IsServerError: true }
            || (Beside.Duration > Tolerable && Beside.Duration > After.Duration * 10)
        );
}
