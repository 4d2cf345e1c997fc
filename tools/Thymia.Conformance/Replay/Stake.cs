namespace Thymia.Conformance.Replay;

/// <summary>What sending a request puts at stake, as far as its sender knows.</summary>
/// <param name="IsMeantToSucceed">Whether it is a request that is to be accepted.</param>
/// <param name="Kind"> What requests share that a provider treats alike: how they are wrong, at a place of which type.
/// Null where nothing is known. </param>
public sealed record Stake(bool IsMeantToSucceed, string? Kind)
{
    /// <summary>A request that nothing is known of.</summary>
    public static Stake Unknown { get; } = new(false, null);

    /// <summary>A request that is to be accepted.</summary>
    public static Stake Valid { get; } = new(true, null);

    /// <summary>A request to something that stands beside the provider, such as what sets up its states.</summary>
    public static Stake None { get; } = new(false, null) { IsFree = true };

    /// <summary>
    /// True where the provider is known to accept such requests, wrong as they are, so that sending one against a limit
    /// would spend a call on an answer that is known.
    /// </summary>
    public bool IsSureToBeAccepted { get; init; }

    /// <summary>Called once the request may go, right before it does, where something may be created.</summary>
    public Action? OnPermitted { get; init; }

    internal bool IsFree { get; private init; }
}
