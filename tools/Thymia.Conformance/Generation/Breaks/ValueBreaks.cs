using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Every constraint of a body, in every way it can be broken.</summary>
internal sealed class ValueBreaks(CaseFactory factory)
{
    public IEnumerable<CasePlan> All() =>
        from site in factory.Shape.Sites
        from constraint in Constraints.Of(site)
        from plan in Of(site, constraint)
        select plan;

    private IEnumerable<CasePlan> Of(SchemaSite site, Constraint constraint)
    {
        var recipe = RecipeFor(site);
        var sample = recipe with { Draw = factory.DrawFor(constraint.Id) };
        var old = Payloads.Get(factory.Shape.Values.Make(factory.Shape.Body!.Root, sample), site.Concrete);
        var context = new BreakContext(site, constraint, old, sample.Draw);
        foreach (var kind in BreakCatalogue.For(site, constraint).Where(k => k.Apply(context) is not null))
        {
            if (IsCertain(constraint, site) || Holds(site, constraint, kind, sample))
            {
                yield return factory.Broken(site, constraint, kind, "", recipe);
            }
        }

        if (constraint.Keyword == "type" && site.IsItem)
        {
            foreach (var plan in InOtherPlaces(site, constraint, recipe, context))
            {
                yield return plan;
            }
        }
    }

    // An item in the first place is one of many kinds above; one kind shows that the middle and the last are checked too.
    private IEnumerable<CasePlan> InOtherPlaces(SchemaSite site, Constraint constraint, Recipe recipe, BreakContext context)
    {
        var kind = BreakCatalogue.For(site, constraint).FirstOrDefault(k => k.Name != "null" && k.Apply(context) is not null);
        var array = site.Concrete[..^2];
        var parent = factory.Shape.Sites.FirstOrDefault(s => s.Concrete == array);
        if (kind is null || parent is null || parent.Node.MaxItems < 3)
        {
            yield break;
        }

        var three = recipe with { Counts = new Dictionary<string, int>(recipe.Counts) { [array] = 3 } };
        yield return factory.Broken(site with { Concrete = array + "/1" }, constraint, kind, "-in-the-middle", three);
        yield return factory.Broken(site with { Concrete = array + "/2" }, constraint, kind, "-in-last-place", three);
    }

    /// <summary>
    /// Whether a break must break: alternatives around a value may take what one of them refuses, so those are tried first.
    /// </summary>
    private static bool IsCertain(Constraint constraint, SchemaSite site) =>
        site.Choice is null && constraint.Keyword is not ("oneOf" or "anyOf" or "not")
        && site.Node.OneOf.Count == 0 && site.Node.AnyOf.Count == 0;

    private bool Holds(SchemaSite site, Constraint constraint, BreakKind kind, Recipe recipe) =>
        new CaseGuard(factory.Shape.Library).Contradiction(factory.Mutated("probe", site, constraint, kind, "", recipe)) is null;

    public static Recipe RecipeFor(SchemaSite site) => new()
    {
        Draw = new Draw(default, default),
        Includes = Recipe.OnTheWayTo(site.Concrete),
        Branches = site.Branches,
        Counts = ArraysOnTheWay(site.Concrete),
    };

    // An array on the way to a place must have an item; one that is itself the place, what its kinds of break need.
    private static Dictionary<string, int> ArraysOnTheWay(string concrete)
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = concrete.IndexOf("/0", StringComparison.Ordinal); at >= 0; at = concrete.IndexOf("/0", at + 1, StringComparison.Ordinal))
        {
            result[concrete[..at]] = 1;
        }

        return result;
    }
}
