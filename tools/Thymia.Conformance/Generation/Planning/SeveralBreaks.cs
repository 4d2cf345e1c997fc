using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Payloads with several independent breaks, each of which must be blamed: pairs, a few triples, and objects without
/// any of their required properties. Only breaks that every framework refuses take part. Pairs and triples are picked
/// by name: another property in the contract adds some and changes none.
/// </summary>
internal sealed class SeveralBreaks(CaseFactory factory, ValueBreaks breaks)
{
    private const int OnePairIn = 4;
    private const int OneTripleIn = 64;
    private const int MaxTriples = 20;

    // Of very many, the first make triples enough.
    private const int MaxOfTriples = 40;

    // In order of preference; what comes first for a constraint is taken.
    private static readonly string[] Firm =
    [
        "absent",
        "outsider",
        "not-a-date",
        "not-a-uri",
        "not-a-uuid",
        "text-maybe",
        "number",
        "one-element-array",
    ];

    public IEnumerable<CasePlan> All()
    {
        var firm = breaks
            .Possible.Where(b => b.IsCertain && b.Site.Branches.Count == 0 && Firm.Contains(b.Kind.Name))
            .GroupBy(b => b.Constraint.Id)
            .Select(g => g.MinBy(b => Array.IndexOf(Firm, b.Kind.Name))!)
            .ToList();
        return Pairs(firm).Take(factory.Shape.Limits.MaxCases).Concat(Triples(firm).Take(MaxTriples)).Concat(Bare());
    }

    private IEnumerable<CasePlan> Pairs(List<ValueBreak> firm) =>
        from i in Enumerable.Range(0, firm.Count)
        from other in firm.Skip(i + 1)
        where AreIndependent(firm[i], other) && IsPicked(OnePairIn, firm[i], other)
        select Plan("two-breaks", firm[i], other);

    private IEnumerable<CasePlan> Triples(List<ValueBreak> firm)
    {
        var few = firm.Take(MaxOfTriples).ToList();
        return from i in Enumerable.Range(0, few.Count)
            from j in Enumerable.Range(i + 1, few.Count - i - 1)
            where AreIndependent(few[i], few[j])
            from third in few.Skip(j + 1)
            where
                AreIndependent(few[i], third)
                && AreIndependent(few[j], third)
                && IsPicked(OneTripleIn, few[i], few[j], third)
            select Plan("three-breaks", few[i], few[j], third);
    }

    // An object that is there, and empty of all that it must have.
    private IEnumerable<CasePlan> Bare() =>
        breaks
            .Possible.Where(b =>
                b is { IsCertain: true, Site.Branches.Count: 0, Kind.Name: "absent", Constraint.Keyword: "required" }
            )
            .GroupBy(b => b.Site)
            .Where(g => g.Count() > 1)
            .Select(g =>
            {
                const string Kind = "all-absent";
                var all = g.ToList();
                var id = factory.Id(g.Key.Location, "required", Kind);
                return factory.Plan(id, false, d => Make(id, g.Key.Location, "required", Kind, all, d));
            });

    private static bool IsPicked(int oneIn, params ValueBreak[] all) =>
        default(Seed).Derive(string.Join(" & ", all.Select(b => b.Constraint.Id))).Value % (ulong)oneIn == 0;

    private CasePlan Plan(string keyword, params ValueBreak[] all)
    {
        var kind = string.Join(
            "-and-",
            all.Select(
                (b, i) =>
                    (i == 0 ? "" : b.Constraint.Location.Display.Replace(' ', '.') + "-")
                    + $"{b.Constraint.Keyword}-{b.KindName}"
            )
        );
        var id = factory.Id(all[0].Constraint.Location, keyword, kind);
        return factory.Plan(id, false, d => Make(id, all[0].Constraint.Location, keyword, kind, all, d));
    }

    private TestCase Make(
        string id,
        Location location,
        string keyword,
        string kind,
        IReadOnlyList<ValueBreak> all,
        Draw draw
    )
    {
        var recipe = ValueBreaks.RecipeFor(all[0].Site) with
        {
            Draw = draw,
            Places = [.. all.Select(b => b.Site.Concrete)],
            Counts = all.SelectMany(b => ValueBreaks.RecipeFor(b.Site).Counts).DistinctBy(c => c.Key).ToDictionary(),
        };
        var payload = factory.Shape.Values.Make(factory.Shape.Body!.Root, recipe);
        var made = new List<Mutation>();
        foreach (var plan in all)
        {
            made.Add(Break(ref payload, plan, draw));
        }

        var expectation = factory.Rejected(made[0].Location) is Expectation.Rejected rejected
            ? rejected with
            {
                Others = [.. made.Skip(1).Select(m => m.Location)],
            }
            : factory.Rejected(made[0].Location);
        return factory.Case(
            id,
            location,
            keyword,
            kind,
            factory.Request(recipe.Draw, payload),
            expectation,
            Enumerable.Reverse(made).Aggregate((further, one) => one with { Further = further })
        );
    }

    private Mutation Break(ref JsonNode? payload, ValueBreak plan, Draw draw) =>
        BrokenBodies.Break(ref payload, plan, draw, factory.Shape.Limits.MaxBytes)
        ?? throw new NothingFitsException(
            new Solution.Failed("the payload does not lend itself to the break", plan.Constraint.Pointer, false)
        );

    // Neither may take the other's place away.
    private static bool AreIndependent(ValueBreak one, ValueBreak other) => !Holds(one, other) && !Holds(other, one);

    private static bool Holds(ValueBreak outer, ValueBreak inner) =>
        PlaceOf(inner) == PlaceOf(outer) || PlaceOf(inner).StartsWith(PlaceOf(outer) + "/", StringComparison.Ordinal);

    private static string PlaceOf(ValueBreak plan) => plan.Constraint.Location.Pointer;
}
