using System.Collections.ObjectModel;
using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>A body an operation takes.</summary>
/// <param name="Required"><c>requestBody.required</c>; false where the document is silent.</param>
/// <param name="ContentType">The media type to send, such as <c>application/json</c>; one of a documented
/// range.</param>
/// <param name="SchemaPointer">JSON Pointer of its schema in the normalised document.</param>
public sealed record RequestBody(bool Required, string ContentType, string SchemaPointer)
{
    /// <summary>
    /// The prose that demands a body where the document does not mark it required; null where none does.
    /// </summary>
    public string? DemandedBy { get; init; }

    /// <summary>Values that the user says exist, by JSON Pointer into the body; none by default.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Given { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<JsonElement>>.Empty;

    public BodyForm Form { get; init; }

    /// <summary>The media type or range as the document writes it.</summary>
    public string Documented { get; init; } = ContentType;

    /// <summary>What is stated of properties in a form, by name.</summary>
    public IReadOnlyDictionary<string, PropertyEncoding> Encodings { get; init; } =
        ReadOnlyDictionary<string, PropertyEncoding>.Empty;
}
