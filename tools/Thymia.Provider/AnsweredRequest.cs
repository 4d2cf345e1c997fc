namespace Thymia.Provider;

/// <summary>A request that a provider has answered; neither its headers, nor its query, nor its body.</summary>
/// <param name="Path">Decoded, as the client sent it: it may hold anything.</param>
/// <param name="Duration">From the head of the request to the end of the answer.</param>
public readonly record struct AnsweredRequest(string Method, string Path, int Status, TimeSpan Duration);
