using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>A path, query, header or cookie parameter.</summary>
/// <param name="In"><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="SchemaPointer">JSON Pointer of its schema in the normalised document; null where it has none.</param>
public sealed record Parameter(string Name, string In, bool Required, string? SchemaPointer)
{
    /// <summary>As stated, or the default of its place.</summary>
    public ParameterStyle Style { get; init; } =
        In is "query" or "cookie" ? ParameterStyle.Form : ParameterStyle.Simple;

    /// <summary>
    /// Whether items and properties stand apart; by default for <see cref="ParameterStyle.Form"/> alone.
    /// </summary>
    public bool Explode { get; init; } = In is "query" or "cookie";

    /// <summary>Whether reserved characters stay as they are, as far as they mean nothing in a query.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>
    /// The media type of a parameter with <c>content</c>, whose value is one text of that type; null otherwise.
    /// </summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Values that the user says exist, of which each request takes one, before any example; none by default.
    /// </summary>
    public IReadOnlyList<JsonElement> Given { get; init; } = [];

    /// <summary>The documented examples of its value, in the order of the document.</summary>
    public IReadOnlyList<JsonElement> Examples { get; init; } = [];

    /// <summary>JSON Pointer of the declaration in the normalised document.</summary>
    public string Pointer { get; init; } = "";
}
