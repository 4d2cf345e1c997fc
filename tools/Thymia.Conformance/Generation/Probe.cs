using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation;

/// <summary>
/// A request that is sent to learn what kind of provider answers; it is no case, and nothing is judged by it.
/// </summary>
public sealed record Probe(Operation Operation, CaseRequest Request);
