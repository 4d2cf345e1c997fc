using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>What a way of breaking a constraint has to work with.</summary>
/// <param name="Old">The valid value at the site; null where JSON null stands there.</param>
internal sealed record BreakContext(SchemaSite Site, Constraint Constraint, JsonNode? Old, Draw Draw)
{
    public SchemaNode Node => Site.Node;

    /// <summary>No break may need more.</summary>
    public int MaxBytes { get; init; } = Payloads.MaxBytes;

    /// <summary>
    /// Whether the value travels as JSON, whose names are texts to the letter; those of form fields and parts are
    /// compared in many ways.
    /// </summary>
    public bool IsJson { get; init; } = true;

    /// <summary>The valid text at the site.</summary>
    public string OldText => Old is JsonValue value && value.TryGetValue<string>(out var text) ? text : "text";
}
