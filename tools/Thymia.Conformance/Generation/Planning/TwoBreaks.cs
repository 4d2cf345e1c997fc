using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Payloads with two independent breaks: both must be blamed. Only breaks that every framework refuses take part, and
/// of all their pairs every fourth one, picked by name: another property in the contract adds pairs and changes none.
/// </summary>
internal sealed class TwoBreaks(CaseFactory factory, ValueBreaks breaks)
{
    private const int OneIn = 4;

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
        return (
            from i in Enumerable.Range(0, firm.Count)
            from other in firm.Skip(i + 1)
            where AreIndependent(firm[i], other) && IsPicked(firm[i], other)
            select Plan(firm[i], other)
        ).Take(factory.Shape.Limits.MaxCases);
    }

    private static bool IsPicked(ValueBreak one, ValueBreak other) =>
        default(Seed).Derive($"{one.Constraint.Id} & {other.Constraint.Id}").Value % OneIn == 0;

    private CasePlan Plan(ValueBreak one, ValueBreak other)
    {
        var kind =
            $"{one.Constraint.Keyword}-{one.KindName}-and-{other.Constraint.Location.Display.Replace(' ', '.')}"
            + $"-{other.Constraint.Keyword}-{other.KindName}";
        var id = factory.Id(one.Constraint.Location, "two-breaks", kind);
        return factory.Plan(id, false, d => Make(id, kind, one, other, d));
    }

    private TestCase Make(string id, string kind, ValueBreak one, ValueBreak other, Draw draw)
    {
        var recipe = ValueBreaks.RecipeFor(one.Site) with
        {
            Draw = draw,
            Places = [one.Site.Concrete, other.Site.Concrete],
            Counts = ValueBreaks
                .RecipeFor(one.Site)
                .Counts.Concat(ValueBreaks.RecipeFor(other.Site).Counts)
                .DistinctBy(c => c.Key)
                .ToDictionary(),
        };
        var payload = factory.Shape.Values.Make(factory.Shape.Body!.Root, recipe);
        var first = Break(ref payload, one, draw);
        var second = Break(ref payload, other, draw);
        var expectation = factory.Rejected(first.Location) is Expectation.Rejected rejected
            ? rejected with
            {
                Others = [second.Location],
            }
            : factory.Rejected(first.Location);
        return factory.Case(
            id,
            one.Constraint.Location,
            "two-breaks",
            kind,
            factory.Request(recipe.Draw, payload),
            expectation,
            first with
            {
                Further = second,
            }
        );
    }

    private Mutation Break(ref System.Text.Json.Nodes.JsonNode? payload, ValueBreak plan, Draw draw) =>
        CaseFactory.Break(ref payload, plan, draw, factory.Shape.Limits.MaxBytes)
        ?? throw new NothingFitsException(
            new Solving.Solution.Failed("the payload does not lend itself to the break", plan.Constraint.Pointer, false)
        );

    // Neither may take the other's place away.
    private static bool AreIndependent(ValueBreak one, ValueBreak other) => !Holds(one, other) && !Holds(other, one);

    private static bool Holds(ValueBreak outer, ValueBreak inner) =>
        PlaceOf(inner) == PlaceOf(outer) || PlaceOf(inner).StartsWith(PlaceOf(outer) + "/", StringComparison.Ordinal);

    private static string PlaceOf(ValueBreak plan) => plan.Constraint.Location.Pointer;
}
