using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging;

/// <summary>What was sent besides a case's request, to see more of how the provider takes it.</summary>
/// <param name="Repeat">The answer to the same request sent again; null where it was not.</param>
/// <param name="Neighbour">How it came through beside a huge request; null where that was not tried.</param>
/// <param name="Sequel">What was sent after it; null where nothing was.</param>
internal readonly record struct Companions(Exchange? Repeat, NeighbourTrial? Neighbour, Sequel? Sequel);
