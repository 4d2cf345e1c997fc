using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>A valid value worth trying at a place.</summary>
/// <param name="Keyword">What it is an edge of: a keyword of the schema, or <c>text</c>,
/// <c>object</c> and the like.</param>
/// <param name="Kind">Kebab case; part of the case's id.</param>
/// <param name="Value">The value; null is JSON null.</param>
internal sealed record Edge(string Keyword, string Kind, Tier Tier, Func<EdgeContext, JsonNode?> Value)
{
    /// <summary>
    /// Whether few senders have such a value: where there is not room for every edge, these take turns in what the
    /// others leave.
    /// </summary>
    public bool IsRare { get; init; }

    /// <summary>
    /// Whether the value is so long that it is tried in JSON alone: in a form each byte takes three, and nobody sends
    /// so much in one.
    /// </summary>
    public bool IsLong { get; init; }
}

/// <summary>What an edge value has to work with.</summary>
/// <param name="Old">An ordinary value at the place.</param>
internal sealed record EdgeContext(SchemaSite Site, JsonNode? Old, Draw Draw);
