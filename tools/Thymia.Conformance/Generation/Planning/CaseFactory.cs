using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Puts cases together: ids, seeds, requests and expectations.</summary>
internal sealed class CaseFactory(OperationShape shape, Seed runSeed)
{
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

    /// <summary>Whether a plan's case is what it says, also where its schema is plain.</summary>
    public bool IsSound(CasePlan plan) => plan.Problem() is null && (!shape.IsPlain || Proves(plan.Make()));

    /// <summary>True where the guard confirms that the case is what it says.</summary>
    public bool Proves(TestCase testCase) => _guard.Contradiction(testCase) is null;

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
