using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Puts cases together: ids, seeds, requests and expectations.</summary>
internal sealed class CaseFactory(OperationShape shape, Seed runSeed)
{
    private const int Attempts = 8;

    private static readonly Expectation Accepted = new Expectation.Accepted();

    private readonly CaseGuard _guard = new(shape.Library);
    private readonly RequestFactory _requests = new(shape);

    public OperationShape Shape => shape;

    public Seed RunSeed => runSeed;

    public Draw DrawFor(string id) => new(runSeed, runSeed.Derive(id));

    public string Id(Location location, string keyword, string kind) =>
        $"{shape.Slug}:{location.Display.Replace(' ', '.')}:{keyword}:{kind}";

    /// <summary>
    /// What cases make special about their requests, by id; of those alone that can stand beside others.
    /// </summary>
    public Dictionary<string, RequestPart> Parts { get; } = new(StringComparer.Ordinal);

    /// <param name="part">What it makes special about its request; null where no other may stand beside it.</param>
    public CasePlan Valid(
        Location location,
        string keyword,
        string kind,
        Tier tier,
        Func<Draw, CaseRequest> request,
        RequestPart? part = null
    )
    {
        var id = Id(location, keyword, kind);
        if (part is not null && tier == Tier.Plausible)
        {
            Parts[id] = part;
        }

        return Plan(id, true, d => Valid(id, location, keyword, kind, tier, request(d)));
    }

    /// <summary>
    /// A case that the guard must confirm where the schema is not plain: it is planned where it can be made whatever
    /// the seed, and where a seed does not lend itself to it, it is the one that served to plan it.
    /// </summary>
    public CasePlan Plan(string id, bool isValid, Func<Draw, TestCase> make, bool isSure = true) =>
        shape.IsPlain && isSure
            ? new CasePlan(id, isValid, () => make(DrawFor(id)))
            : new CasePlan(id, isValid, () => Proven(make, DrawFor(id)) ?? make(PlanningDraw(id)))
            {
                Problem = () => Problem(make, PlanningDraw(id)),
            };

    private Draw PlanningDraw(string id) => new(runSeed, default(Seed).Derive(id));

    private TestCase? Proven(Func<Draw, TestCase> make, Draw draw)
    {
        try
        {
            return make(draw) is var made && Proves(made) ? made : null;
        }
        catch (NothingFitsException)
        {
            return null;
        }
    }

    private string? Problem(Func<Draw, TestCase> make, Draw draw)
    {
        try
        {
            return _guard.Contradiction(make(draw));
        }
        catch (NothingFitsException e)
        {
            return e.Message;
        }
    }

    private TestCase Valid(string id, Location location, string keyword, string kind, Tier tier, CaseRequest request) =>
        Case(id, location, keyword, kind, request, Accepted, tier: shape.Provable(tier));

    /// <summary>A valid case whose request says more than what it is about.</summary>
    public TestCase Random(string id, string kind, CaseRequest request) =>
        Case(
            id,
            Location.Body,
            "random",
            kind,
            request,
            Accepted,
            tier: shape.Provable(Tier.Plausible),
            isRandom: true
        );

    /// <summary>A case whose request as a whole is wrong, rather than a value in its body.</summary>
    public CasePlan Broken(
        Constraint constraint,
        string kind,
        Expectation expectation,
        Func<Draw, CaseRequest> request
    ) => Broken(constraint, kind, expectation, d => new BrokenRequest(request(d), null));

    /// <summary>The same where what stands at the broken place is known.</summary>
    public CasePlan Broken(
        Constraint constraint,
        string kind,
        Expectation expectation,
        Func<Draw, BrokenRequest> broken
    )
    {
        var id = Id(constraint.Location, constraint.Keyword, kind);
        return Plan(
            id,
            false,
            d =>
            {
                var (request, sent) = broken(d);
                var mutation = new Mutation
                {
                    Constraint = constraint,
                    Location = constraint.Location,
                    Kind = kind,
                    New = sent,
                };
                return Case(id, constraint.Location, constraint.Keyword, kind, request, expectation, mutation);
            },
            // Not every body lends itself to being cut or joined so that it is no JSON.
            isSure: constraint.Keyword is not "json"
        );
    }

    /// <summary>A case with one value in its body broken.</summary>
    public CasePlan Broken(ValueBreak plan, Recipe recipe)
    {
        var id = Id(plan.Constraint.Location, plan.Constraint.Keyword, plan.KindName);
        return new CasePlan(id, false, () => Mutated(id, plan, recipe with { Draw = DrawFor(id) }));
    }

    /// <summary>The same where nobody has yet proven that the break can be made.</summary>
    public CasePlan Unproven(ValueBreak plan, Recipe recipe)
    {
        var planning = recipe with { Draw = new Draw(default, PlanningSeed(plan.Constraint)) };
        return Broken(plan, recipe) with
        {
            Problem = () =>
                shape.IsPlain || (TryMutate("planning", plan, planning, isRandom: false) is { } made && Proves(made))
                    ? null
                    : "no payload lends itself to the break",
        };
    }

    /// <summary>
    /// The case of a break. A payload may not lend itself to it (one item cannot be repeated at a distance), so a few
    /// are tried, in an order that the seed fixes; in the end the one that served to plan the break.
    /// </summary>
    public TestCase Mutated(string id, ValueBreak plan, Recipe recipe, bool isRandom = false)
    {
        for (var i = 0; i < Attempts; i++)
        {
            var attempt =
                i == 0 ? recipe : recipe with { Draw = recipe.Draw with { Seed = recipe.Draw.Seed.Derive(i) } };
            if (TryMutate(id, plan, attempt, isRandom) is { } made && (IsCertain(plan) || Proves(made)))
            {
                return made;
            }
        }

        // Without the optional properties that a random case adds.
        var planning = recipe with
        {
            Draw = recipe.Draw with { Seed = PlanningSeed(plan.Constraint) },
            Includes = static _ => false,
        };
        return TryMutate(id, plan, planning, isRandom)
            ?? throw new InvalidOperationException($"{id} was planned, yet cannot be made");
    }

    /// <summary>Planning must not depend on the run's seed: every run has the same cases by name.</summary>
    public static Seed PlanningSeed(Constraint constraint) => default(Seed).Derive(constraint.Id);

    /// <summary>The ways of breaking a constraint that exist for the planning seed's payload.</summary>
    /// <param name="uses">How often a kind has been used: what has been used less comes first, where that
    /// matters.</param>
    public IEnumerable<ValueBreak> Possible(
        SchemaSite site,
        Constraint constraint,
        Recipe recipe,
        Func<string, int> uses
    )
    {
        shape.Limits.Cancellation.ThrowIfCancellationRequested();
        var planning = recipe with { Draw = new Draw(default, PlanningSeed(constraint)) };
        if (Planned(planning, constraint) is not { } payload)
        {
            return [];
        }

        var old = Payloads.Get(payload.Value, site.Concrete);
        var context = new BreakContext(site, constraint, old, planning.Draw)
        {
            MaxBytes = shape.Limits.MaxBytes,
            IsJson = shape.IsJson,
        };
        return BreakCatalogue
            .For(site, constraint)
            .OrderBy(k => uses(k.Name))
            .Where(k => k.ApplyTo(context) is not null)
            .Select(k => new ValueBreak(site, constraint, k, site.BranchSuffix))
            .Where(b =>
                IsCertain(b)
                || (
                    Broken("planning", b, planning.Draw, payload.Value?.DeepClone(), isRandom: false) is { } made
                    && Proves(made)
                )
            );
    }

    // A place that no payload has cannot be broken; the box tells JSON null from none.
    private StrongBox<JsonNode?>? Planned(Recipe planning, Constraint constraint)
    {
        try
        {
            return new StrongBox<JsonNode?>(shape.Values.Make(shape.Body!.Root, planning));
        }
        catch (NothingFitsException e)
        {
            shape.Untested.TryAdd(constraint.Location.Display, e.Message);
            return null;
        }
    }

    /// <summary>Whether a plan's case is what it says, also where its schema is plain.</summary>
    public bool IsSound(CasePlan plan) => plan.Problem() is null && (!shape.IsPlain || Proves(plan.Make()));

    /// <summary>True where the guard confirms that the case is what it says.</summary>
    public bool Proves(TestCase testCase) => _guard.Contradiction(testCase) is null;

    private TestCase? TryMutate(string id, ValueBreak plan, Recipe recipe, bool isRandom) =>
        Planned(recipe, plan.Constraint) is { Value: var payload }
            ? Broken(id, plan, recipe.Draw, payload, isRandom)
            : null;

    // Null where the payload, which is changed, does not lend itself to the break.
    private TestCase? Broken(string id, ValueBreak plan, Draw draw, JsonNode? payload, bool isRandom)
    {
        if (Break(ref payload, plan, draw, shape.Limits.MaxBytes) is not { } mutation)
        {
            return null;
        }

        var at = plan.Constraint.Location;
        var request = Request(draw, payload);
        if (plan.Kind.Rewrite is { } rewrite)
        {
            if (rewrite(request.Body!.Value.ToArray()) is not { } rewritten)
            {
                return null;
            }

            request = request with { Body = rewritten };
        }

        return Case(
            id,
            at,
            plan.Constraint.Keyword,
            mutation.Kind,
            request,
            Rejected(mutation.Location),
            mutation,
            isRandom: isRandom
        );
    }

    /// <summary>
    /// Breaks a payload; null, and the payload as it was, where it does not lend itself to the break.
    /// </summary>
    public static Mutation? Break(ref JsonNode? payload, ValueBreak plan, Draw draw, int maxBytes)
    {
        var (site, constraint, kind, _) = plan;
        var old = Payloads.Get(payload, site.Concrete);
        var pointer = site.Concrete;
        if (
            kind.ApplyTo(new BreakContext(site, constraint, old, draw) { MaxBytes = maxBytes }) is not { } change
            || !Payloads.CanSet(payload, pointer += change.Below)
        )
        {
            return null;
        }

        var before = change.Below.Length == 0 ? old : Payloads.Get(payload, pointer);
        var hadValue = change.Below.Length == 0 || before is not null;
        var mutation = new Mutation
        {
            Constraint = constraint,
            Location = Location.At(pointer),
            Kind = plan.KindName,
            Old = hadValue ? new(() => Payloads.ToElement(before)) : null,
            New = change.Removes ? null : new(() => Payloads.ToElement(change.Value)),
            Implied = plan.Implied(pointer),
            Reported = plan.Reported(pointer),
        };
        payload = change.Removes ? Payloads.Remove(payload, pointer) : Payloads.Set(payload, pointer, change.Value);
        foreach (var (name, value) in change.Beside)
        {
            payload = Payloads.Set(payload, JsonPointer.Append(site.Concrete, name), value);
        }

        return mutation;
    }

    // As a text that has no types of its own, a break may break nothing.
    private bool IsCertain(ValueBreak plan) => plan.IsCertain && shape.IsJson && shape.IsPlain;

    /// <summary>A request with a body of another media type than the one that is tested thoroughly.</summary>
    public CaseRequest Request(Draw draw, RequestBody body) => _requests.Make(draw, body);

    public CaseRequest Request(Draw draw, JsonNode? payload) => _requests.Make(draw, payload);

    public CaseRequest Request(Draw draw, ReadOnlyMemory<byte>? body) => _requests.Make(draw, body);

    public CaseRequest Request(Draw draw, IReadOnlyDictionary<ParameterShape, ParameterValue?> set) =>
        _requests.Make(draw, set);

    /// <summary>A request with this body, or none where it is null, and some of its parameters set.</summary>
    public CaseRequest Request(Draw draw, byte[]? body, IReadOnlyDictionary<ParameterShape, ParameterValue?> set) =>
        _requests.Make(draw, body is null ? default(ReadOnlyMemory<byte>?) : body, set);

    /// <summary>The documented validation error at a place, or any client error where none is documented.</summary>
    public Expectation Rejected(Location place) =>
        shape.RejectionStatus is { } status
            ? new Expectation.Rejected(status, [place])
            : new Expectation.Refused(Expectation.AnyClientError, "the contract documents no status for invalid input");

    public TestCase Case(
        string id,
        Location location,
        string keyword,
        string kind,
        CaseRequest request,
        Expectation expectation,
        Mutation? mutation = null,
        Tier tier = Tier.Plausible,
        bool isRandom = false
    ) =>
        new()
        {
            Id = id,
            Operation = shape.Operation,
            Location = location,
            Keyword = keyword,
            Kind = kind,
            Tier = tier,
            Seed = runSeed.Derive(id),
            Request = request,
            Expectation = expectation,
            Mutation = mutation,
            IsRandom = isRandom,
        };
}
