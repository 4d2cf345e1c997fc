using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Derives the cases of one operation from its description: every constraint in every way it can be broken, the valid
/// edges, then as many random ones as are asked for. Pure: the same seed and description give the same cases.
/// </summary>
public sealed class CaseGenerator
{
    private readonly CaseFactory _factory;
    private readonly CaseChoice _choice;
    private readonly Lazy<Solution.Failed?> _problem;
    private readonly Lazy<IReadOnlyList<CasePlan>> _enumerated;
    private readonly ValueBreaks? _breaks;
    private readonly ParameterCases _parameters;
    private readonly RandomCases _random;

    /// <param name="example">The documented example of the body, where the description itself has none.</param>
    /// <param name="limits">How much is planned; the defaults where there are none.</param>
    public CaseGenerator(
        ApiDescription description,
        Operation operation,
        SchemaLibrary library,
        Seed seed,
        JsonNode? example,
        CaseLimits? limits = null
    )
    {
        Operation = operation;
        Limits = limits ?? new CaseLimits();
        _problem = new(FindProblem);
        var methods = description
            .Operations.Where(o => o.Path == operation.Path)
            .Select(o => o.Method)
            .ToHashSet(StringComparer.Ordinal);
        _factory = new CaseFactory(
            new OperationShape(operation, library, example, Limits)
            {
                PathMethods = methods,
                Paths = [.. description.Operations.Select(o => o.Template).DistinctBy(t => t.Text)],
            },
            seed
        );
        var choice = _choice = new CaseChoice(Limits, _factory.Shape.Untested);
        _enumerated = new(() => choice.Choose([.. Interleaved(Valid(), Invalid())]));
        _breaks = _factory.Shape.Body is null ? null : new ValueBreaks(_factory);
        _parameters = new ParameterCases(_factory);
        _random = new RandomCases(_factory, _breaks);
    }

    /// <summary>What the cases are of.</summary>
    public Operation Operation { get; }

    /// <summary>How much is planned of it.</summary>
    internal CaseLimits Limits { get; }

    /// <summary>How many places its body has.</summary>
    internal int Places => _factory.Shape.Sites.Count;

    /// <summary>
    /// Why the operation cannot be tested: no value fits its body, or none was found; null where it can.
    /// </summary>
    internal Solution.Failed? Problem => _problem.Value;

    /// <summary>
    /// What of the operation is left untested, as sentences without a full stop; known once it is planned.
    /// </summary>
    public IReadOnlyList<string> Untested =>
        Enumerated.Count < 0
            ? []
            :
            [
                .. _factory
                    .Shape.Untested.OrderBy(u => u.Key, StringComparer.Ordinal)
                    .Select(u => $"{_factory.Shape.Operation.Name}: nothing is tested at {u.Key}: {u.Value}"),
                .. _breaks?.Shortage is { } shortage ? (string[])[$"{_factory.Shape.Operation.Name}: {shortage}"] : [],
                .. _choice.LeftOut is 0
                    ? []
                    : (string[])
                        [
                            $"{_factory.Shape.Operation.Name}: {_choice.LeftOut} cases are left out, "
                                + $"which go beyond the {Limits.MaxCases} that it may have (--max-cases)",
                        ],
            ];

    /// <summary>
    /// All edges and breaks, valid and invalid in turn, so that any beginning of the list is a mixture.
    /// </summary>
    public IReadOnlyList<CasePlan> Enumerated => _enumerated.Value;

    /// <summary>The enumerated cases, then random ones.</summary>
    /// <param name="random">How many random ones.</param>
    public IEnumerable<CasePlan> Plan(int random) =>
        Enumerated.Concat(Enumerable.Range(0, random).Select(_random.Plan));

    /// <summary>
    /// The valid edges that a request may carry beside others; none where sending one creates nothing.
    /// </summary>
    internal IReadOnlyList<PackableEdge> Packable(Func<CasePlan, bool> mayBeSent) =>
        [
            .. Enumerated
                .Where(p => p.IsValid && _factory.Parts.ContainsKey(p.Id) && mayBeSent(p))
                .Select(p => new PackableEdge(p, KeywordOf(p), _factory.Parts[p.Id])),
        ];

    /// <summary>The requests that carry these edges.</summary>
    internal IEnumerable<PackedRow> Packed(IReadOnlyList<IReadOnlyList<PackableEdge>> rows)
    {
        var maker = new RowMaker(_factory);
        return rows.Select((edges, i) => maker.Row(i + 1, edges)).OfType<PackedRow>();
    }

    /// <summary>
    /// The id of the valid case that a recorded contract cannot be without: the
    /// documented one, or else the least there is.
    /// </summary>
    internal string? Indispensable =>
        new[]
        {
            _factory.Id(Location.Body, "example", "documented"),
            _factory.Id(Location.Body, "optional", "none"),
        }.FirstOrDefault(id => Enumerated.Any(p => p.Id == id));

    // Operation, place, keyword and kind, as the id has them.
    private static string KeywordOf(CasePlan plan) => plan.Id.Split(':', 4).ElementAtOrDefault(2) ?? "";

    private IEnumerable<CasePlan> Valid()
    {
        if (_factory.Shape.Body is null)
        {
            return
            [
                .. _parameters.Valid(),
                .. new RequestEdges(_factory).All(),
                _factory.Valid(Location.Body, "example", "plain", Tier.Plausible, d =>
                    _factory.Request(d, (ReadOnlyMemory<byte>?)null)
                ),
            ];
        }

        IEnumerable<CasePlan> all =
        [
            .. new BodyEdges(_factory).All(),
            .. _parameters.Valid(),
            .. new RequestEdges(_factory).All(),
            .. ValuesAtSites(),
            .. new Combinations(_factory).All(),
        ];

        // Not every value can be written in every media type.
        return _factory.Shape.IsJson && _factory.Shape.Operation.OtherBodies.Count == 0
            ? all
            : all.Where(p =>
                _factory.Shape.IsJson && !p.Id.Contains(":mediaType:", StringComparison.Ordinal)
                || _factory.Proves(p.Make())
            );
    }

    // A value that the description itself offers may break what it says elsewhere; then it is no valid one.
    private IEnumerable<CasePlan> ValuesAtSites() =>
        from site in _factory.Shape.Sites
        from edge in ValueEdges.Of(site)
        where _factory.Shape.IsJson || !edge.IsLong
        let kind = edge.Kind + site.BranchSuffix
        let plan = _factory.Valid(
            site.Location,
            edge.Keyword,
            kind,
            edge.Tier,
            d => AtSite(site, edge, d),
            BodyParts.Value(site, edge)
        )
        where edge.Keyword is not "default" || !_factory.Shape.IsPlain || _factory.IsSound(plan)
        select plan;

    private CaseRequest AtSite(SchemaSite site, Edge edge, Draw draw)
    {
        var values = _factory.Shape.Values;
        var recipe = ValueBreaks.RecipeFor(site) with { Draw = draw };
        var payload = values.Make(_factory.Shape.Body!.Root, recipe);
        var value = edge.Value(new EdgeContext(site, Payloads.Get(payload, site.Concrete), draw));
        payload = Payloads.Set(payload, site.Concrete, value);
        return _factory.Request(
            draw,
            values.IsPlain
                ? payload
                : values.Mended(payload, recipe, new Dictionary<string, JsonNode?> { [site.Concrete] = value })
        );
    }

    // A required parameter that no value fits is as much in the way as a body that none does.
    private Solution.Failed? FindProblem() =>
        _factory.Shape.Values.Problem()
        ?? _factory
            .Shape.Parameters.Where(p => p.Parameter.Required && !p.IsWritable)
            .Select(p => new Solution.Failed(
                $"the {p.Parameter.In} parameter '{p.Parameter.Name}' is required, and no value of it was found that "
                    + "can be sent",
                p.Parameter.Pointer,
                false
            ))
            .FirstOrDefault();

    private IEnumerable<CasePlan> Invalid() =>
        [
            .. _breaks?.All() ?? [],
            .. _breaks is null || !_factory.Shape.IsJson ? [] : new SeveralBreaks(_factory, _breaks).All(),
            .. _parameters.Invalid(),
            .. new RequestBreaks(_factory).All(),
        ];

    private static IEnumerable<CasePlan> Interleaved(IEnumerable<CasePlan> valid, IEnumerable<CasePlan> invalid)
    {
        var a = valid.ToList();
        var b = invalid.ToList();
        return Enumerable
            .Range(0, Math.Max(a.Count, b.Count))
            .SelectMany(i => a.Skip(i).Take(1).Concat(b.Skip(i).Take(1)));
    }
}
