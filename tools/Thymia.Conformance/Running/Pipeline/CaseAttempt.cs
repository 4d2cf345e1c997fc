using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>A case on its way: checked, then sent, not judged yet.</summary>
/// <param name="Case">The case.</param>
/// <param name="Unsent">What is told of it where it was not sent; null where it was, or will be.</param>
internal readonly record struct CaseAttempt(TestCase Case, RunEvent? Unsent)
{
    /// <summary>The exchange to judge; null until it is sent.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>The same request sent again; null where it was not.</summary>
    public Exchange? Repeat { get; init; }

    /// <summary>What was sent after it, to see whether what it did is so; null where nothing was.</summary>
    public Sequel? Sequel { get; init; }

    /// <summary>How it fared beside a huge request; null where that was not tried.</summary>
    public NeighbourTrial? Neighbour { get; init; }
}
