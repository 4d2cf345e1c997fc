using System.Collections.Immutable;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>What one schema says of the properties of an object.</summary>
internal sealed record PropertyRules
{
    /// <summary>Those it names.</summary>
    public ImmutableArray<(NameRule Name, SchemaRules Rules)> Named { get; init; } = [];

    /// <summary>Those whose names match a pattern.</summary>
    public ImmutableArray<(string Pattern, SchemaRules Rules)> ByPattern { get; init; } = [];

    /// <summary>All others; null where it does not say or allows none.</summary>
    public SchemaRules? Others { get; init; }

    /// <summary>What each name must be.</summary>
    public SchemaRules? Names { get; init; }

    /// <summary>The names that must be there where another is.</summary>
    public ImmutableArray<(NameRule Name, ImmutableArray<NameRule> Required)> Dependent { get; init; } = [];

    /// <summary>The names in <see cref="Named"/>.</summary>
    public required IReadOnlySet<string> Known { get; init; }
}
