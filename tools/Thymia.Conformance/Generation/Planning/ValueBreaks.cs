using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Every constraint of a body, in every way it can be broken.</summary>
internal sealed class ValueBreaks(CaseFactory factory)
{
    private readonly Lazy<IReadOnlyList<ValueBreak>> _possible = new(() => [.. Found(factory)]);

    // Of a body with thousands of constraints each is broken in a few ways only, which take turns.
    private static IEnumerable<ValueBreak> Found(CaseFactory factory)
    {
        var constraints = (
            from site in factory.Shape.Sites
            from constraint in ConstraintExtraction.Of(site)
            select (site, constraint)
        ).ToList();
        var room = factory.Shape.Limits.MaxCases;
        var kinds = constraints.Sum(c => BreakCatalogue.For(c.site, c.constraint).Count);
        var most = kinds <= room * 5L ? int.MaxValue : Math.Max(1, room / constraints.Count);
        var used = new Dictionary<(string, string), int>();
        foreach (var (site, constraint) in constraints.Take(most == 1 ? room : int.MaxValue))
        {
            int Uses(string kind) => most == int.MaxValue ? 0 : used.GetValueOrDefault((constraint.Keyword, kind));

            foreach (var plan in factory.Possible(site, constraint, RecipeFor(site), Uses).Take(most))
            {
                used[(constraint.Keyword, plan.Kind.Name)] =
                    used.GetValueOrDefault((constraint.Keyword, plan.Kind.Name)) + 1;
                yield return plan;
            }
        }
    }

    /// <summary>Every break that can be made, whatever the seed.</summary>
    public IReadOnlyList<ValueBreak> Possible => _possible.Value;

    public IEnumerable<CasePlan> All() =>
        [
            .. Possible.Select(b => factory.Broken(b, RecipeFor(b.Site))),
            .. factory.Shape.Sites.Where(s => s.IsItem).SelectMany(InOtherPlaces),
        ];

    // An item in the first place is broken in many ways; one way shows that the middle and the last are checked too.
    private IEnumerable<CasePlan> InOtherPlaces(SchemaSite site)
    {
        var plan = Possible.FirstOrDefault(b =>
            b.Site == site && b.Constraint.Keyword == "type" && b.Kind.Name != "null"
        );
        var array = site.Concrete[..^2];
        var parent = factory.Shape.Sites.FirstOrDefault(s => s.Concrete == array);
        if (plan is null || parent is null || parent.Node.MaxItems < 3)
        {
            yield break;
        }

        var recipe = RecipeFor(site);
        var three = recipe with { Counts = new Dictionary<string, int>(recipe.Counts) { [array] = 3 } };
        yield return factory.Unproven(At(plan, array + "/1", "-in-the-middle"), three);
        yield return factory.Unproven(At(plan, array + "/2", "-in-last-place"), three);
    }

    private static ValueBreak At(ValueBreak plan, string concrete, string place) =>
        plan with
        {
            Site = plan.Site with { Concrete = concrete },
            Suffix = place + plan.Suffix,
        };

    public static Recipe RecipeFor(SchemaSite site) =>
        new()
        {
            Draw = new Draw(default, default),
            Places = [site.Concrete],
            Branches = site.Branches,
            Counts = ArraysOnTheWay(site.Concrete),
        };

    // An array on the way to a place must have an item; one that is itself the place, what its kinds of break need.
    private static Dictionary<string, int> ArraysOnTheWay(string concrete)
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        for (
            var at = concrete.IndexOf("/0", StringComparison.Ordinal);
            at >= 0;
            at = concrete.IndexOf("/0", at + 1, StringComparison.Ordinal)
        )
        {
            result[concrete[..at]] = 1;
        }

        return result;
    }
}
