namespace Thymia.Conformance.Pacts.Recording;

/// <summary>A pact file as written and read back.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Interactions">How many it holds.</param>
/// <param name="Key">Whether its requests carry an API key; such as must not are kept in files of their own.</param>
public sealed record PactFile(string File, int Interactions, PactKey Key);
