using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Sequences.Relations;

/// <summary>Which operation gives the id that a path parameter of others needs.</summary>
public sealed record Relation
{
    /// <summary>The path of the thing up to its id, such as <c>/owners/{ownerId}/pets/{petId}</c>.</summary>
    public required string Item { get; init; }

    /// <summary>The parameter that needs the id: the last one of <see cref="Item"/>.</summary>
    public required string Parameter { get; init; }

    /// <summary>The operation whose answer holds the id.</summary>
    public required Operation Producer { get; init; }

    public required RelationKind Kind { get; init; }

    /// <summary>JSON Pointer to the id in the answer's body; null where a header or the id's name shows it.</summary>
    public string? At { get; init; }

    /// <summary>The header of the answer that holds the id; null where the body does.</summary>
    public string? Header { get; init; }

    /// <summary>Reads the thing; null where nothing does.</summary>
    public Operation? Reader { get; init; }

    /// <summary>Deletes the thing; null where nothing does.</summary>
    public Operation? Deleter { get; init; }

    /// <summary>Lists the things of the collection; null where nothing does.</summary>
    public Operation? Lister { get; init; }

    /// <summary>The operations that need the id, in the order of the description.</summary>
    public IReadOnlyList<Operation> Consumers { get; init; } = [];

    /// <summary>Whether the producer creates the thing, rather than finding one.</summary>
    public bool Creates => Kind != RelationKind.List;

    /// <summary>Whether what it rests on leaves no doubt that the id is the thing's.</summary>
    public bool IsCertain => Kind is RelationKind.Stated or RelationKind.Link or RelationKind.Path;

    /// <summary>Where the answer holds the id, for people.</summary>
    public string Place => Header is { } header ? $"header {header}" : At ?? "by its name, or header Location";
}
