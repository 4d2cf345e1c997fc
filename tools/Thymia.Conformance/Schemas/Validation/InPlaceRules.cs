using System.Collections.Immutable;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>The schemas that one schema applies to the very value it governs itself.</summary>
internal sealed record InPlaceRules
{
    public SchemaRules? Reference { get; init; }

    public DynamicReference? Dynamic { get; init; }

    public ImmutableArray<SchemaRules> AllOf { get; init; } = [];

    public ImmutableArray<SchemaRules> AnyOf { get; init; } = [];

    public ImmutableArray<SchemaRules> OneOf { get; init; } = [];

    public SchemaRules? Not { get; init; }

    public SchemaRules? If { get; init; }

    public SchemaRules? Then { get; init; }

    public SchemaRules? Else { get; init; }

    public ImmutableArray<(NameRule Name, SchemaRules Rules)> Dependent { get; init; } = [];

    /// <summary>The other branch, where the schema is a choice between it and <c>null</c>.</summary>
    public SchemaRules? NonNull { get; init; }

    /// <summary>The property that names the branch of a choice; null where there is none.</summary>
    public Discriminator? Discriminator { get; init; }

    /// <summary>All of them, as they were compiled.</summary>
    public IEnumerable<SchemaRules> All =>
        AllOf
            .Concat(AnyOf)
            .Concat(OneOf)
            .Concat(Dependent.Select(d => d.Rules))
            .Concat(new[] { Reference, Not, If, Then, Else }.OfType<SchemaRules>());
}

/// <summary>A <c>$dynamicRef</c>: where it leads depends on the resources that led to it.</summary>
/// <param name="Initial">Where it leads by itself.</param>
/// <param name="ByResource">Where it leads instead, by the outermost resource that has such an anchor.</param>
internal sealed record DynamicReference(
    SchemaRules Initial,
    IReadOnlyDictionary<SchemaResource, SchemaRules> ByResource
);
