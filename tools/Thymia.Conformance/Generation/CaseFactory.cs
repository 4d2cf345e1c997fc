using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas;

namespace Thymia.Conformance.Generation;

/// <summary>Puts cases together: ids, seeds, requests and expectations.</summary>
internal sealed class CaseFactory(OperationShape shape, Seed runSeed)
{
    private const int Attempts = 8;

    private readonly CaseGuard _guard = new(shape.Library);

    public OperationShape Shape => shape;

    public Seed RunSeed => runSeed;

    public Draw DrawFor(string id) => new(runSeed, runSeed.Derive(id));

    public string Id(Location location, string keyword, string kind) =>
        $"{shape.Slug}:{location.Display.Replace(' ', '.')}:{keyword}:{kind}";

    public CasePlan Valid(Location location, string keyword, string kind, Tier tier, Func<Draw, CaseRequest> request)
    {
        var id = Id(location, keyword, kind);
        return new CasePlan(id, true, () => Case(id, location, keyword, kind, request(DrawFor(id)), new Expectation.Accepted()) with
        {
            Tier = tier,
        });
    }

    /// <summary>A case whose request as a whole is wrong, rather than a value in its body.</summary>
    public CasePlan Broken(Constraint constraint, string kind, Expectation expectation, Func<Draw, CaseRequest> request)
    {
        var id = Id(constraint.Location, constraint.Keyword, kind);
        return new CasePlan(id, false, () =>
            Case(id, constraint.Location, constraint.Keyword, kind, request(DrawFor(id)), expectation) with
            {
                Mutation = new Mutation { Constraint = constraint, Location = constraint.Location, Kind = kind },
            });
    }

    /// <summary>A case with one value in its body broken.</summary>
    public CasePlan Broken(ValueBreak plan, Recipe recipe)
    {
        var id = Id(plan.Constraint.Location, plan.Constraint.Keyword, plan.KindName);
        return new CasePlan(id, false, () => Mutated(id, plan, recipe with { Draw = DrawFor(id) }));
    }

    /// <summary>
    /// The case of a break. A payload may not lend itself to it (one item cannot be repeated at a distance), so a few
    /// are tried, in an order that the seed fixes; in the end the one that served to plan the break.
    /// </summary>
    public TestCase Mutated(string id, ValueBreak plan, Recipe recipe)
    {
        var draws = Enumerable.Range(0, Attempts).Select(i => i == 0 ? recipe.Draw.Seed : recipe.Draw.Seed.Derive(i))
            .Append(PlanningSeed(plan.Constraint));
        return draws.Select(seed => TryMutate(id, plan, recipe with { Draw = recipe.Draw with { Seed = seed } }))
            .First(c => c is not null && (plan.IsCertain || Proves(c)))!;
    }

    /// <summary>Planning must not depend on the run's seed: every run has the same cases by name.</summary>
    public static Seed PlanningSeed(Constraint constraint) => default(Seed).Derive(constraint.Id);

    /// <summary>The ways of breaking a constraint that exist for the planning seed's payload.</summary>
    public IEnumerable<ValueBreak> Possible(SchemaSite site, Constraint constraint, Recipe recipe)
    {
        var planning = recipe with { Draw = new Draw(default, PlanningSeed(constraint)) };
        var old = Payloads.Get(shape.Values.Make(shape.Body!.Root, planning), site.Concrete);
        var context = new BreakContext(site, constraint, old, planning.Draw);
        return BreakCatalogue.For(site, constraint).Where(k => k.Apply(context) is not null)
            .Select(k => new ValueBreak(site, constraint, k, site.BranchSuffix))
            .Where(b => b.IsCertain || (TryMutate("planning", b, planning) is { } made && Proves(made)));
    }

    private bool Proves(TestCase testCase) => _guard.Contradiction(testCase) is null;

    private TestCase? TryMutate(string id, ValueBreak plan, Recipe recipe)
    {
        var payload = shape.Values.Make(shape.Body!.Root, recipe);
        if (Break(ref payload, plan, recipe.Draw) is not { } mutation)
        {
            return null;
        }

        var at = plan.Constraint.Location;
        var request = Request(recipe.Draw, payload);
        return Case(id, at, plan.Constraint.Keyword, mutation.Kind, request, Rejected(mutation.Location)) with { Mutation = mutation };
    }

    /// <summary>Breaks a payload; null, and the payload as it was, where it does not lend itself to the break.</summary>
    public static Mutation? Break(ref JsonNode? payload, ValueBreak plan, Draw draw)
    {
        var (site, constraint, kind, _) = plan;
        var old = Payloads.Get(payload, site.Concrete);
        if (kind.Apply(new BreakContext(site, constraint, old, draw)) is not { } change)
        {
            return null;
        }

        var pointer = site.Concrete + change.Below;
        var before = change.Below.Length == 0 ? old : Payloads.Get(payload, pointer);
        var hadValue = change.Below.Length == 0 || before is not null;
        var mutation = new Mutation
        {
            Constraint = constraint,
            Location = Location.At(pointer),
            Kind = plan.KindName,
            OldValue = hadValue ? Payloads.ToElement(before) : null,
            NewValue = change.Removes ? null : Payloads.ToElement(change.Value),
            Implied = Implied(site, constraint, pointer),
        };
        payload = change.Removes ? Payloads.Remove(payload, pointer) : Payloads.Set(payload, pointer, change.Value);
        return site.Choice is { } choice
            ? mutation with { Reported = new ExpectedViolation(ChoicePointer(site, choice), choice.Keyword) }
            : mutation;
    }

    public CaseRequest Request(Draw draw, JsonNode? payload) => Request(draw, Payloads.Write(payload)) with
    {
        CarriesPhoneNumber = Payloads.CarriesPhoneNumber(payload),
    };

    /// <summary>The request with its required parameters and these bytes; without any where they are null.</summary>
    public CaseRequest Request(Draw draw, ReadOnlyMemory<byte>? body) => Request(draw, body, new Dictionary<ParameterShape, IReadOnlyList<string>?>());

    /// <summary>A request with an ordinary body, some of its parameters set or, where null, left out.</summary>
    public CaseRequest Request(Draw draw, IReadOnlyDictionary<ParameterShape, IReadOnlyList<string>?> set)
    {
        ReadOnlyMemory<byte>? body = null;
        if (shape.Body is { } schema)
        {
            body = Payloads.Write(shape.Values.Make(schema.Root, new Recipe { Draw = draw }));
        }

        return Request(draw, body, set);
    }

    private CaseRequest Request(
        Draw draw, ReadOnlyMemory<byte>? body, IReadOnlyDictionary<ParameterShape, IReadOnlyList<string>?> set)
    {
        var request = new CaseRequest
        {
            Method = shape.Operation.Method,
            Target = shape.Operation.Path,
            ContentType = body is null ? null : shape.Operation.Body?.ContentType,
            Body = body,
            KeyHeader = shape.Operation.Credential?.Header,
        };
        var values = from parameter in shape.Parameters
                     let texts = set.TryGetValue(parameter, out var given) ? given
                         : parameter.Parameter.Required ? parameter.ValidTexts(draw) : null
                     where texts is not null
                     select (parameter.Parameter, texts);
        return ParameterTarget.Write(request, shape.Operation.Path, values);
    }

    /// <summary>The documented validation error at a place, or any client error where none is documented.</summary>
    public Expectation Rejected(Location place) => shape.RejectionStatus is { } status
        ? new Expectation.Rejected(status, [place])
        : new Expectation.Refused(Expectation.AnyClientError, "the contract documents no status for invalid input");

    public TestCase Case(
        string id, Location location, string keyword, string kind, CaseRequest request, Expectation expectation) => new()
    {
        Id = id,
        Operation = shape.Operation,
        Title = $"{location.Display} · {keyword} · {kind.Replace('-', ' ')}",
        Location = location,
        Keyword = keyword,
        Kind = kind,
        Tier = Tier.Plausible,
        Seed = runSeed.Derive(id),
        Request = request,
        Expectation = expectation,
    };

    // Inside a branch nothing but the choice shows.
    private static IReadOnlyList<ExpectedViolation> Implied(SchemaSite site, Constraint constraint, string pointer) =>
        site.Choice is not null ? [] : [.. BreakCatalogue.Companions(constraint.Keyword)
            .Where(k => k != constraint.Keyword && site.Node.First(k) is not null)
            .Select(k => new ExpectedViolation(k is "minProperties" or "maxProperties" ? site.Concrete : pointer, k))];

    // The choice's place with the indexes and names that lead to this site.
    private static string ChoicePointer(SchemaSite site, Constraint choice)
    {
        var depth = choice.Location.Pointer.Count(c => c == '/');
        return string.Concat(site.Concrete.Split('/').Skip(1).Take(depth).Select(s => "/" + s));
    }
}
