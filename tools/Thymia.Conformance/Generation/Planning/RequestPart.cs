using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// What one valid case makes special about its request, so that a request may carry several such parts.
/// </summary>
/// <param name="Slot">
/// What it occupies: a JSON Pointer into the body, or a word for what stands beside it; a request has one part a slot.
/// </param>
internal sealed record RequestPart(string Slot)
{
    /// <summary>How the body is put together for it.</summary>
    public Func<Recipe, Recipe> Recipe { get; init; } = static r => r;

    /// <summary>Which branches of <c>oneOf</c> and <c>anyOf</c> it needs, by pointer.</summary>
    public IReadOnlyDictionary<string, int> Branches { get; init; } = new Dictionary<string, int>();

    /// <summary>The value that it sets; null where it sets none.</summary>
    public PlacedEdge? Value { get; init; }

    /// <summary>How it writes the body; null where it does not mind.</summary>
    public Func<JsonNode?, byte[]>? Write { get; init; }

    /// <summary>The content type that it labels the body with; null for the usual one.</summary>
    public string? ContentType { get; init; }

    /// <summary>What it changes around the body and the parameters.</summary>
    public Func<CaseRequest, CaseRequest> Change { get; init; } = static r => r;

    /// <summary>The parameter that it sets; null where it sets none.</summary>
    public PlacedParameter? Parameter { get; init; }

    /// <summary>Whether it waits where there is not room for all.</summary>
    public bool IsRare { get; init; }

    /// <summary>Whether a place may be set beside it: it may be about which properties there are.</summary>
    public Func<SchemaSite, bool> Allows { get; init; } = static _ => true;

    private bool IsOfBody => Slot.Length == 0 || Slot[0] == '/';

    // An added property leaves the others as they are.
    private bool KeepsInner => Value is { Edge.Keyword: "additionalProperties" };

    /// <summary>Whether one request can carry both.</summary>
    public bool FitsWith(RequestPart other) =>
        Slot != other.Slot
        && !IsAround(other)
        && !other.IsAround(this)
        && (other.Value is null || Allows(other.Value.Site))
        && (Value is null || other.Allows(Value.Site))
        && Branches.All(b => !other.Branches.TryGetValue(b.Key, out var chosen) || chosen == b.Value);

    private bool IsAround(RequestPart other) =>
        IsOfBody && other.IsOfBody && !KeepsInner && other.Slot.StartsWith(Slot + "/", StringComparison.Ordinal);
}

/// <summary>An edge at a place of the body.</summary>
internal sealed record PlacedEdge(SchemaSite Site, Edge Edge);

/// <summary>A parameter with a value to draw.</summary>
internal sealed record PlacedParameter(ParameterShape Shape, Func<Draw, ParameterValue?> Value);
