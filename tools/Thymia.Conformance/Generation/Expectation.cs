using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation;

/// <summary>What the contract demands of the answer. Never sent to the provider.</summary>
public abstract record Expectation
{
    private Expectation() { }

    /// <summary>
    /// A documented success; for <see cref="Tier.SchemaOnly"/> a documented refusal is no failure either.
    /// </summary>
    public sealed record Accepted : Expectation;

    /// <summary>A documented validation error.</summary>
    /// <param name="Status">The documented status, such as 422.</param>
    /// <param name="Places">Where the error may point to, the exact place first; none
    /// where it may point anywhere.</param>
    public sealed record Rejected(int Status, IReadOnlyList<Location> Places) : Expectation
    {
        /// <summary>
        /// Places of further independent breaks, each of which must be blamed too; none for most cases.
        /// </summary>
        public IReadOnlyList<Location> Others { get; init; } = [];
    }

    /// <summary>
    /// Any of <paramref name="Statuses"/>: expected by sense, since the contract's letter does not say.
    /// </summary>
    /// <param name="Statuses">Inclusive ranges or single statuses, such as 401, 403.</param>
    /// <param name="Reason">Why sense demands it, as a clause for the finding.</param>
    public sealed record Refused(IReadOnlyList<int> Statuses, string Reason) : Expectation;

    /// <summary>What a refusal may be when any client error will do.</summary>
    public static IReadOnlyList<int> AnyClientError { get; } = [.. Enumerable.Range(400, 100)];
}
