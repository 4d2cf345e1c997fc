namespace Thymia.Conformance.OpenApi;

/// <summary>The header that carries the API key.</summary>
/// <param name="Header">Its name as the description spells it, such as <c>x-api-key</c>.</param>
/// <param name="IsParameter">Declared as a required header parameter, so that its absence is a documented validation error.</param>
/// <param name="Pointer">JSON Pointer of the declaration in the normalised document.</param>
public sealed record Credential(string Header, bool IsParameter, string Pointer);
