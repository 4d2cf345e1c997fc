namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Why a run cannot come to any verdict.</summary>
/// <param name="Reason">As a clause.</param>
/// <param name="Hint">What to change, as an imperative.</param>
internal sealed record Impossibility(string Reason, string Hint);
