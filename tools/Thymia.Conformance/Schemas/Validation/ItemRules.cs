using System.Collections.Immutable;

namespace Thymia.Conformance.Schemas.Validation;

/// <summary>What one schema says of the items of an array.</summary>
internal sealed record ItemRules
{
    /// <summary>The first items, each by its own schema.</summary>
    public ImmutableArray<SchemaRules> First { get; init; } = [];

    /// <summary>All behind them.</summary>
    public SchemaRules? Rest { get; init; }

    public SchemaRules? Contains { get; init; }

    public int MinContains { get; init; } = 1;

    public int MaxContains { get; init; } = int.MaxValue;
}
