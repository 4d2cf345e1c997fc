using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Every constraint of a body, in every way it can be broken.</summary>
internal sealed class ValueBreaks
{
    private readonly CaseFactory _factory;
    private readonly BrokenBodies _bodies;
    private readonly Lazy<(IReadOnlyList<(SchemaSite Site, Constraint Constraint)> All, int MaxWays)> _constraints;
    private readonly Lazy<IReadOnlyList<ValueBreak>> _possible;

    public ValueBreaks(CaseFactory factory)
    {
        _factory = factory;
        _bodies = new BrokenBodies(factory);
        _constraints = new(() => ConstraintsOf(factory));
        _possible = new(() => [.. Found()]);
    }

    /// <summary>
    /// How the room for cases limits the breaks, as a clause; null where every constraint is broken in every way.
    /// </summary>
    public string? Shortage =>
        _constraints.Value is not { MaxWays: < int.MaxValue and var ways, All.Count: var all } ? null
        : all - _factory.Shape.Limits.MaxCases is > 0 and var passedOver
            ? $"{passedOver} of {all} constraints are broken by no case, since there is room for "
                + $"{_factory.Shape.Limits.MaxCases} cases (--max-cases)"
        : $"each of {all} constraints is broken in {Amounts.Of(ways, "way")} at most, since there is room for "
            + $"{_factory.Shape.Limits.MaxCases} cases (--max-cases)";

    private static (IReadOnlyList<(SchemaSite, Constraint)>, int) ConstraintsOf(CaseFactory factory)
    {
        var all = factory
            .Shape.Sites.SelectMany(site => ConstraintExtraction.Of(site).Select(constraint => (site, constraint)))
            .ToList();
        var room = factory.Shape.Limits.MaxCases;
        var kinds = all.Sum(c => BreakCatalogue.For(c.site, c.constraint).Count);
        return (all, kinds <= room * 5L ? int.MaxValue : Math.Max(1, room / all.Count));
    }

    // Of a body with thousands of constraints each is broken in a few ways only, which take turns.
    private IEnumerable<ValueBreak> Found()
    {
        var (constraints, most) = _constraints.Value;
        var used = new Dictionary<(string, string), int>();
        foreach (var (site, constraint) in constraints.Take(most == 1 ? _factory.Shape.Limits.MaxCases : int.MaxValue))
        {
            int Uses(string kind) => most == int.MaxValue ? 0 : used.GetValueOrDefault((constraint.Keyword, kind));

            foreach (var plan in _bodies.Possible(site, constraint, RecipeFor(site), Uses).Take(most))
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
            .. Possible.Select(b => _bodies.Broken(b, RecipeFor(b.Site))),
            .. _factory.Shape.Sites.Where(s => s.IsItem).SelectMany(InOtherPlaces),
        ];

    // An item in the first place is broken in many ways; one way shows that the middle and the last are checked too.
    private IEnumerable<CasePlan> InOtherPlaces(SchemaSite site)
    {
        var plan = Possible.FirstOrDefault(b =>
            b.Site == site && b.Constraint.Keyword == "type" && b.Kind.Name != "null"
        );
        var array = site.Concrete[..^2];
        var parent = _factory.Shape.Sites.FirstOrDefault(s => s.Concrete == array);
        if (plan is null || parent is null || parent.Node.MaxItems < 3)
        {
            yield break;
        }

        var recipe = RecipeFor(site);
        var three = recipe with { Counts = new Dictionary<string, int>(recipe.Counts) { [array] = 3 } };
        yield return _bodies.Unproven(At(plan, array + "/1", "-in-the-middle"), three);
        yield return _bodies.Unproven(At(plan, array + "/2", "-in-last-place"), three);
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
