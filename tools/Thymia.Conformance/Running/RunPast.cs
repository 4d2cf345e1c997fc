namespace Thymia.Conformance.Running;

/// <summary>What earlier parts of a run have done.</summary>
/// <param name="Events">Of each case that was judged or discarded.</param>
/// <param name="Calls">How many calls were created, or may have been.</param>
/// <param name="IsSameProvider">Whether the provider that answered then is the one that answers now.</param>
public sealed record RunPast(IEnumerable<RunEvent> Events, int Calls, bool IsSameProvider)
{
    /// <summary>The statuses that the probes got when the policy was chosen; none where it needed no probe.</summary>
    public IReadOnlyList<int> ProbeStatuses { get; init; } = [];

    public static RunPast None { get; } = new([], 0, true);
}
