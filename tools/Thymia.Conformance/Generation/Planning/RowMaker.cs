using System.Globalization;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Solving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Makes the requests that carry several edges, each proven to be valid as a whole.</summary>
internal sealed class RowMaker(CaseFactory factory)
{
    /// <summary>The keyword of such a case.</summary>
    public const string Keyword = "packed";

    private const string HashFormat = "x8";

    /// <summary>The request with as many of the edges as go together; null where none does.</summary>
    /// <param name="number">From 1; part of the id.</param>
    public PackedRow? Row(int number, IReadOnlyList<PackableEdge> edges)
    {
        var kept = Sound(number, edges);
        return kept.Count == 0
            ? null
            : new PackedRow(Plan(number, kept), [.. kept.Select(e => e.Plan)], some =>
                Plan(number, [.. kept.Where(e => some.Any(s => s.Id == e.Plan.Id))])
            );
    }

    // Values that fit by themselves need not fit together.
    private IReadOnlyList<PackableEdge> Sound(int number, IReadOnlyList<PackableEdge> edges)
    {
        if (IsSound(number, edges))
        {
            return edges;
        }

        var kept = new List<PackableEdge>();
        foreach (var edge in edges)
        {
            if (IsSound(number, [.. kept, edge]))
            {
                kept.Add(edge);
            }
        }

        return kept;
    }

    private bool IsSound(int number, IReadOnlyList<PackableEdge> edges)
    {
        try
        {
            return factory.Proves(Plan(number, edges).Make());
        }
        catch (NothingFitsException)
        {
            return false;
        }
    }

    private CasePlan Plan(int number, IReadOnlyList<PackableEdge> edges)
    {
        IReadOnlyList<string> ids = [.. edges.Select(e => e.Plan.Id)];
        var hash = (uint)factory.RunSeed.Derive(string.Join(' ', ids)).Value;
        var kind = $"{number}-{hash.ToString(HashFormat, CultureInfo.InvariantCulture)}";
        var id = factory.Id(Location.Body, Keyword, kind);
        return new CasePlan(id, true, () => Make(id, kind, ids, [.. edges.Select(e => e.Part)]));
    }

    private TestCase Make(string id, string kind, IReadOnlyList<string> ids, IReadOnlyList<RequestPart> parts) =>
        factory.Case(
            id,
            Location.Body,
            Keyword,
            kind,
            Request(parts, factory.DrawFor(id)),
            new Expectation.Accepted(),
            tier: factory.Shape.Provable(Tier.Plausible)
        ) with
        {
            Carries = ids,
        };

    private CaseRequest Request(IReadOnlyList<RequestPart> parts, Draw draw) =>
        parts.Aggregate(Whole(parts, draw), (request, part) => part.Change(request));

    private CaseRequest Whole(IReadOnlyList<RequestPart> parts, Draw draw)
    {
        var set = parts
            .Select(p => p.Parameter)
            .OfType<PlacedParameter>()
            .ToDictionary(p => p.Shape, p => p.Value(draw));
        if (factory.Shape.Body is null)
        {
            return factory.Request(draw, null, set);
        }

        var write = parts.Select(p => p.Write).FirstOrDefault(w => w is not null) ?? factory.Shape.Write;
        var request = factory.Request(draw, write(Body(parts, draw)), set);
        var type = parts.Select(p => p.ContentType).FirstOrDefault(t => t is not null);
        return request with { ContentType = type ?? request.ContentType };
    }

    // What holds others is set before what it holds.
    private JsonNode? Body(IReadOnlyList<RequestPart> parts, Draw draw)
    {
        var values = factory.Shape.Values;
        var recipe = parts.Aggregate(new Recipe { Draw = draw }, (r, part) => part.Recipe(r));
        var payload = values.Make(factory.Shape.Body!.Root, recipe);
        var pins = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (
            var (site, edge) in parts.Select(p => p.Value).OfType<PlacedEdge>().OrderBy(v => v.Site.Concrete.Length)
        )
        {
            var value = edge.Value(new EdgeContext(site, Payloads.Get(payload, site.Concrete), draw));
            payload = Payloads.Set(payload, site.Concrete, value);
            pins[site.Concrete] = value;
        }

        return values.IsPlain ? payload : values.Mended(payload, recipe, pins);
    }
}
