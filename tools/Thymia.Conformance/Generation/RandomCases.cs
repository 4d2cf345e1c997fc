using System.Globalization;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas;

namespace Thymia.Conformance.Generation;

/// <summary>Random payloads: every second one valid, every other with one constraint broken.</summary>
internal sealed class RandomCases(CaseFactory factory)
{
    // Where alternatives meet, a random break might fit another of them: those are enumerated and proven one by one.
    private readonly Lazy<IReadOnlyList<(SchemaSite Site, Constraint Constraint)>> _targets = new(() =>
        [.. from site in factory.Shape.Sites
            where site.Branches.Count == 0 && site.Node.OneOf.Count == 0 && site.Node.AnyOf.Count == 0
            from constraint in Constraints.Of(site)
            where constraint.Keyword is not "not"
            select (site, constraint)]);

    public CasePlan Plan(int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        if (index % 2 == 0 || factory.Shape.Body is null || _targets.Value.Count == 0)
        {
            return factory.Valid(Location.Body, "random", number, Tier.Plausible, d => factory.Request(
                factory.Shape.Body is { } body ? Payloads.Write(factory.Shape.Values.Make(body.Root, Anything(d))).AsMemory() : null));
        }

        var id = factory.Id(Location.Body, "random", number);
        return new CasePlan(id, false, () => Broken(id));
    }

    private TestCase Broken(string id)
    {
        var draw = factory.DrawFor(id);
        var targets = _targets.Value;
        for (var attempt = 0; ; attempt++)
        {
            var (site, constraint) = targets[draw.Index($"target{attempt}", targets.Count)];
            var recipe = Anything(draw) with { Counts = ValueBreaks.RecipeFor(site).Counts };
            var onTheWay = Recipe.OnTheWayTo(site.Concrete);
            var anything = recipe.Includes;
            recipe = recipe with { Includes = p => onTheWay(p) || anything(p) };
            var old = Payloads.Get(factory.Shape.Values.Make(factory.Shape.Body!.Root, recipe), site.Concrete);
            var context = new BreakContext(site, constraint, old, draw);
            var kinds = BreakCatalogue.For(site, constraint).Where(k => k.Apply(context) is not null).ToList();
            if (kinds.Count > 0)
            {
                return factory.Mutated(id, site, constraint, kinds[draw.Index($"kind{attempt}", kinds.Count)], "", recipe);
            }
        }
    }

    private static Recipe Anything(Draw draw) => new() { Draw = draw, Includes = p => draw.Coin(p + "?") };
}
