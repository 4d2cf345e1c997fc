namespace Thymia.Conformance.OpenApi;

/// <summary>A path, query or header parameter.</summary>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="SchemaPointer">JSON Pointer of its schema in the normalised document; null where it has none.</param>
public sealed record Parameter(string Name, string In, bool Required, string? SchemaPointer);
