namespace Thymia.Conformance.Judging;

/// <summary>What a case's exchange says about the provider.</summary>
public abstract record Verdict
{
    private Verdict() { }

    public sealed record Passed : Verdict;

    public sealed record Failed(IReadOnlyList<Finding> Findings) : Verdict;

    /// <summary>Invalid input accepted under a named coercion rule.</summary>
    public sealed record Tolerated(string Rule, string Reason) : Verdict;

    /// <summary>Broken only where a deviation is known and accepted for now.</summary>
    /// <param name="Deviation">The id of the first such deviation.</param>
    /// <param name="Reason">Why it is accepted, by whom, and until when.</param>
    public sealed record Known(string Deviation, string Reason) : Verdict;

    /// <summary>No answer to judge: refused, timed out, unreadable.</summary>
    public sealed record Inconclusive(string Reason) : Verdict
    {
        /// <summary>Whether it is for want of something that exists, which the user can say or create; no fault of
        /// anybody.</summary>
        public bool IsMissingState { get; init; }
    }

    /// <summary>Never sent, since the configuration rules it out.</summary>
    public sealed record Skipped(string Reason) : Verdict;

    /// <summary>The suite itself failed at this case, which says nothing of the provider.</summary>
    /// <param name="Reason">At which stage and where, as a clause; free of anything the exchange carried.</param>
    public sealed record Erred(string Reason) : Verdict;
}
