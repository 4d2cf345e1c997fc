namespace Thymia.Conformance.Judging.Deviations;

/// <summary>A place where the provider is known to deviate from its contract.</summary>
public sealed record Deviation
{
    public required string Id { get; init; }

    /// <summary>The id of the check whose findings it covers.</summary>
    public required string Check { get; init; }

    /// <summary>The finding's place, any index as <c>*</c>; null where the case alone decides.</summary>
    public string? Location { get; init; }

    /// <summary>The case's id; null where the place alone decides.</summary>
    public string? Case { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who will see to it.</summary>
    public required string Owner { get; init; }

    /// <summary>The last day on which it is accepted.</summary>
    public required DateOnly Expires { get; init; }

    internal bool Covers(Finding finding) =>
        Check == finding.Check
        && (Case is null || Case == finding.CaseId)
        && (Location is null || Places.AnyIndex(Location) == finding.Place);
}
