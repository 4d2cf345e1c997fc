namespace Thymia.Conformance.Sequences;

/// <summary>What a run leaves behind at the provider.</summary>
/// <param name="Producer">The operation that created it, such as <c>POST /pets</c>.</param>
/// <param name="Path">Where it stands below the base URL; null where a request got no
/// answer and perhaps created it.</param>
/// <param name="Reason">Why it is still there, as a clause.</param>
public sealed record LeftThing(string Producer, string? Path, string Reason);
