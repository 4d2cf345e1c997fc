using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Constraints;

/// <summary>A place in a payload that a schema governs.</summary>
public sealed record SchemaSite
{
    /// <summary>The place, with <c>*</c> for any item of an array and any value of a map.</summary>
    public required Location Location { get; init; }

    /// <summary>The same place in a payload made for it: <c>*</c> is <c>0</c> or <c>key1</c>.</summary>
    public required string Concrete { get; init; }

    public required SchemaNode Node { get; init; }

    /// <summary>True where the place cannot be left out.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>True where the place is one item of an array.</summary>
    public bool IsItem { get; init; }

    /// <summary>Which branch of <c>oneOf</c> or <c>anyOf</c> must be taken to get here, by concrete pointer.</summary>
    public IReadOnlyDictionary<string, int> Branches { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The outermost choice on the way here: what is wrong inside a branch shows as the
    /// choice failing. Null outside of any.
    /// </summary>
    public Constraint? Choice { get; init; }

    /// <summary>
    /// Tells apart what two branches have at the same place: <c>-in-branch-2</c>; empty outside of any.
    /// </summary>
    public string BranchSuffix =>
        Branches.Count == 0 ? "" : "-in-branch-" + string.Join('-', Branches.Values.Select(b => b + 1));
}
