namespace Thymia.Conformance.Reports.Drift;

/// <summary>Whom a change of the contract breaks who kept to it before.</summary>
public enum Broken
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>Consumers: what they send is no longer allowed, or what they read may no longer be there.</summary>
    Consumers,

    /// <summary>Providers: what they refuse must now be accepted, or what they answer is no longer allowed.</summary>
    Providers,
}

/// <summary>One difference between two contracts.</summary>
/// <param name="Where">Operation, part and place: <c>POST /v1/calls, request body at /user/birthSex</c>.</param>
/// <param name="What">What changed, as a clause.</param>
public sealed record ContractChange(Broken Breaks, string Where, string What)
{
    /// <summary>Line in the older document; null where it does not state it.</summary>
    public int? OldLine { get; init; }

    /// <summary>Line in the newer document; null where it does not state it.</summary>
    public int? NewLine { get; init; }

    /// <summary>The file of <see cref="OldLine"/>.</summary>
    public string? OldFile { get; init; }

    /// <summary>The file of <see cref="NewLine"/>.</summary>
    public string? NewFile { get; init; }
}
