namespace Thymia.Conformance.Judging;

/// <summary>What a case's exchange says about the provider.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Passed : Verdict;

    public sealed record Failed(IReadOnlyList<Finding> Findings) : Verdict;

    /// <summary>Invalid input accepted under a named coercion rule.</summary>
    public sealed record Tolerated(string Rule, string Reason) : Verdict;

    /// <summary>No answer to judge: refused, timed out, unreadable.</summary>
    public sealed record Inconclusive(string Reason) : Verdict;

    /// <summary>Never sent, since the configuration rules it out.</summary>
    public sealed record Skipped(string Reason) : Verdict;
}
