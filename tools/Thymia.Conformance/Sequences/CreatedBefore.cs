namespace Thymia.Conformance.Sequences;

/// <summary>What an earlier part of a run has created and not deleted.</summary>
/// <param name="Things">Path with its parameters, and where it stands.</param>
/// <param name="Perhaps">The operations of requests that got no answer.</param>
public sealed record CreatedBefore(IReadOnlyList<(string Item, string Path)> Things, IReadOnlyList<string> Perhaps)
{
    /// <summary>Nothing.</summary>
    public static CreatedBefore Nothing { get; } = new([], []);
}
