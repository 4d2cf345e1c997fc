namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>What became of the cases that break one constraint in one way, the worst last.</summary>
public enum CellOutcome
{
    /// <summary>Never sent: skipped by the configuration, or discarded by the guard.</summary>
    NotSent,

    /// <summary>Rejected, or accepted where it is valid, as documented.</summary>
    AsDocumented,

    /// <summary>Not as documented, and let pass by a named rule or a known deviation.</summary>
    Tolerated,

    /// <summary>Of the right kind, with something else wrong about the answer.</summary>
    Wrong,

    /// <summary>Valid, and refused all the same.</summary>
    Refused,

    /// <summary>Broken, and accepted all the same.</summary>
    Accepted,

    /// <summary>The provider failed (5xx), or gave no answer.</summary>
    Error,
}
