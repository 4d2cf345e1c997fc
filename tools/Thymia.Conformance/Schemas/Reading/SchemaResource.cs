namespace Thymia.Conformance.Schemas.Reading;

/// <summary>
/// A document, or the part of one that has an identifier of its own (JSON Schema 2020-12, Core, 8.2.1).
/// </summary>
/// <param name="Uri">Absolute, without fragment.</param>
/// <param name="Pointer">Where its root stands.</param>
internal sealed record SchemaResource(string Uri, string Pointer)
{
    /// <summary>The pointers of the schemas that <c>$anchor</c> and <c>$dynamicAnchor</c> name.</summary>
    public Dictionary<string, string> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The pointers of those that <c>$dynamicAnchor</c> names.</summary>
    public Dictionary<string, string> DynamicAnchors { get; } = new(StringComparer.Ordinal);
}
