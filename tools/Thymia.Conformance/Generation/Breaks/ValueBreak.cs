using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>One way to break one constraint at one place.</summary>
/// <param name="Suffix">Follows the kind's name where one kind is used in several places.</param>
internal sealed record ValueBreak(SchemaSite Site, Constraint Constraint, BreakKind Kind, string Suffix)
{
    // Worked out once; inside a branch nothing but the choice shows.
    private readonly string[] _companions = Site.Choice is not null
        ? []
        :
        [
            .. BreakCatalogue
                .Companions(Constraint.Keyword)
                .Concat(Constraint.Keyword == "type" ? BreakCatalogue.OfOtherTypes(Site.Node.Types) : [])
                .Where(k => k != Constraint.Keyword && Site.Node.First(k) is not null),
        ];

    public string KindName => Kind.Name + Suffix;

    /// <summary>What the schema check must report when <paramref name="pointer"/> is broken.</summary>
    public ExpectedViolation Reported(string pointer) =>
        Site.Choice is { } choice
            ? new ExpectedViolation(PlaceOf(choice), choice.Keyword)
            : new ExpectedViolation(pointer, Constraint.Keyword);

    /// <summary>What else may be found broken when <paramref name="pointer"/> is.</summary>
    public IReadOnlyList<ExpectedViolation> Implied(string pointer) =>
        Array.ConvertAll(_companions, k => new ExpectedViolation(
            k is "minProperties" or "maxProperties" ? Site.Concrete : pointer,
            k
        ));

    /// <summary>
    /// Whether a break must break: alternatives around a value may take what one of them refuses, so those are proven
    /// before they become a case.
    /// </summary>
    public bool IsCertain =>
        Site.Choice is null
        && Kind.Rewrite is null
        && Constraint.Keyword is not ("oneOf" or "anyOf" or "not")
        && Site.Node.OneOf.Count == 0
        && Site.Node.AnyOf.Count == 0;

    // The choice's place with the indexes and names that lead to this site.
    private string PlaceOf(Constraint choice)
    {
        var depth = choice.Location.Pointer.Count(c => c == '/');
        return string.Concat(Site.Concrete.Split('/').Skip(1).Take(depth).Select(s => "/" + s));
    }
}
