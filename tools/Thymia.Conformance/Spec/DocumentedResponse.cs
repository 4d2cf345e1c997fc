namespace Thymia.Conformance.Spec;

/// <summary>An answer that the contract documents.</summary>
/// <param name="Status"><c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Pointer">JSON Pointer of the response in the normalised document.</param>
/// <param name="Contents">Media type to the JSON Pointer of its schema; empty where no body is documented.</param>
public sealed record DocumentedResponse(string Status, string Pointer, IReadOnlyDictionary<string, string?> Contents);
