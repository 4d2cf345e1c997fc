namespace Thymia.Conformance.OpenApi;

/// <summary>The JSON body an operation takes.</summary>
/// <param name="Required"><c>requestBody.required</c>; false where the document is silent.</param>
/// <param name="ContentType">The documented media type, such as <c>application/json</c>.</param>
/// <param name="SchemaPointer">JSON Pointer of its schema in the normalised document.</param>
public sealed record RequestBody(bool Required, string ContentType, string SchemaPointer)
{
    /// <summary>The prose that demands a body where the document does not mark it required; null where none does.</summary>
    public string? DemandedBy { get; init; }
}
