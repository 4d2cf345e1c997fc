using Thymia.Conformance.Schemas;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>One way to break one constraint at one place.</summary>
/// <param name="Suffix">Follows the kind's name where one kind is used in several places.</param>
internal sealed record ValueBreak(SchemaSite Site, Constraint Constraint, BreakKind Kind, string Suffix)
{
    public string KindName => Kind.Name + Suffix;

    /// <summary>
    /// Whether a break must break: alternatives around a value may take what one of them refuses, so those are proven
    /// before they become a case.
    /// </summary>
    public bool IsCertain => Site.Choice is null && Constraint.Keyword is not ("oneOf" or "anyOf" or "not")
        && Site.Node.OneOf.Count == 0 && Site.Node.AnyOf.Count == 0;
}
