using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Edges;
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
    private readonly Lazy<IReadOnlyList<CasePlan>> _enumerated;
    private readonly ValueBreaks? _breaks;
    private readonly ParameterCases _parameters;
    private readonly RandomCases _random;

    /// <param name="example">The documented example of the body, where the description itself has none.</param>
    public CaseGenerator(ApiDescription description, Operation operation, SchemaLibrary library, Seed seed,
        JsonNode? example)
    {
        var methods = description.Operations.Where(o => o.Path == operation.Path).Select(o => o.Method)
            .ToHashSet(StringComparer.Ordinal);
        _factory = new CaseFactory(new OperationShape(operation, library, example)
        {
            PathMethods = methods, Paths = [.. description.Operations.Select(o => o.Template).DistinctBy(t => t.Text)],
        }, seed);
        _enumerated = new(() => [.. Interleaved(Valid(), Invalid())]);
        _breaks = _factory.Shape.Body is null ? null : new ValueBreaks(_factory);
        _parameters = new ParameterCases(_factory);
        _random = new RandomCases(_factory, _breaks);
    }

    /// <summary>
    /// All edges and breaks, valid and invalid in turn, so that any beginning of the list is a mixture.
    /// </summary>
    public IReadOnlyList<CasePlan> Enumerated => _enumerated.Value;

    /// <summary>The enumerated cases, then random ones.</summary>
    /// <param name="random">How many random ones.</param>
    public IEnumerable<CasePlan> Plan(int random) =>
        Enumerated.Concat(Enumerable.Range(0, random).Select(_random.Plan));

    private IEnumerable<CasePlan> Valid()
    {
        if (_factory.Shape.Body is null)
        {
            return [.. _parameters.Valid(),
                _factory.Valid(
                    Location.Body, "example", "plain", Tier.Plausible,
                    d => _factory.Request(d, (ReadOnlyMemory<byte>?)null))];
        }

        IEnumerable<CasePlan> all = [.. new BodyEdges(_factory).All(), .. _parameters.Valid(), .. ValuesAtSites(),
            .. new Combinations(_factory).All()];

        // Not every value can be written in every media type.
        return _factory.Shape.IsJson && _factory.Shape.Operation.OtherBodies.Count == 0
            ? all
            : all.Where(p => _factory.Shape.IsJson && !p.Id.Contains(":mediaType:", StringComparison.Ordinal) || _factory.Proves(p.Make()));
    }

    // A value that the description itself offers may break what it says elsewhere; then it is no valid one.
    private IEnumerable<CasePlan> ValuesAtSites() =>
        from site in _factory.Shape.Sites
        from edge in ValueEdges.Of(site)
        let kind = edge.Kind + site.BranchSuffix
        let plan = _factory.Valid(site.Location, edge.Keyword, kind, edge.Tier, d => AtSite(site, edge, d))
        where edge.Keyword is not "default" || _factory.Proves(plan.Make())
        select plan;

    private CaseRequest AtSite(SchemaSite site, Edge edge, Draw draw)
    {
        var payload = _factory.Shape.Values.Make(
            _factory.Shape.Body!.Root, ValueBreaks.RecipeFor(site) with { Draw = draw });
        var old = Payloads.Get(payload, site.Concrete);
        return _factory.Request(
            draw, Payloads.Set(payload, site.Concrete, edge.Value(new EdgeContext(site, old, draw))));
    }

    private IEnumerable<CasePlan> Invalid() =>
        [.. _breaks?.All() ?? [], .. _breaks is null || !_factory.Shape.IsJson ? [] : new TwoBreaks(_factory, _breaks).All(),
            .. _parameters.Invalid(), .. new RequestBreaks(_factory).All()];

    private static IEnumerable<CasePlan> Interleaved(IEnumerable<CasePlan> valid, IEnumerable<CasePlan> invalid)
    {
        var a = valid.ToList();
        var b = invalid.ToList();
        return Enumerable.Range(0, Math.Max(a.Count, b.Count)).SelectMany(
            i => a.Skip(i).Take(1).Concat(b.Skip(i).Take(1)));
    }
}
