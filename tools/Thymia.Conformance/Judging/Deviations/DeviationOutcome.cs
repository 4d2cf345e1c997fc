namespace Thymia.Conformance.Judging.Deviations;

/// <summary>What became of a deviation in a run.</summary>
/// <param name="Cases">How many cases it showed in.</param>
public sealed record DeviationOutcome(Deviation Deviation, DeviationState State, int Cases);

/// <summary>Whether a deviation is still there, and still accepted.</summary>
public enum DeviationState
{
    /// <summary>It occurred and is accepted: reported, and no failure.</summary>
    Known,

    /// <summary>It occurred after its last day: a failure like any other.</summary>
    Expired,

    /// <summary>Cases that would show it were judged, and none did: the line can go.</summary>
    Fixed,

    /// <summary>No case that would show it was judged.</summary>
    NotSeen,
}
