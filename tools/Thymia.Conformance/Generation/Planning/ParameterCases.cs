using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>The documented examples and valid edges of each parameter, and every way to break it.</summary>
internal sealed class ParameterCases(CaseFactory factory)
{
    private static readonly Draw Planning = new(default, default);

    private IReadOnlyList<ParameterShape> Shapes => factory.Shape.Parameters;

    public IEnumerable<CasePlan> Valid() => Shapes.SelectMany(s => Documented(s).Concat(Edges(s)));

    public IEnumerable<CasePlan> Invalid() => Shapes.SelectMany(s => Absent(s).Concat(Broken(s))).DistinctBy(p => p.Id);

    private IEnumerable<CasePlan> Documented(ParameterShape shape) =>
        shape.Examples.Select(
            (example, i) =>
                factory.Valid(
                    shape.Site.Location,
                    "example",
                    i == 0 ? "documented" : $"documented-{i + 1}",
                    Tier.Documented,
                    d => factory.Request(d, With(shape, example))
                )
        );

    private IEnumerable<CasePlan> Edges(ParameterShape shape)
    {
        if (!shape.Parameter.Required)
        {
            yield return factory.Valid(
                shape.Site.Location,
                "optional",
                "present",
                Tier.Plausible,
                d => factory.Request(d, With(shape, shape.Valid(d))),
                Part(shape, shape.Valid)
            );
        }

        foreach (var edge in ValueEdges.Of(shape.Site))
        {
            var planned = At(shape, edge, Planning);
            if (planned is not null && shape.Check(planned).Count == 0)
            {
                yield return factory.Valid(
                    shape.Site.Location,
                    edge.Keyword,
                    edge.Kind,
                    edge.Tier,
                    d => factory.Request(d, With(shape, At(shape, edge, d) ?? planned)),
                    Part(shape, d => At(shape, edge, d) ?? planned) with
                    {
                        IsRare = edge.IsRare,
                    }
                );
            }
        }
    }

    private static RequestPart Part(ParameterShape shape, Func<Draw, ParameterValue?> value) =>
        new($"parameter {shape.Parameter.In} {shape.Parameter.Name}") { Parameter = new PlacedParameter(shape, value) };

    private IEnumerable<CasePlan> Absent(ParameterShape shape) =>
        shape.Required is not { } required
            ? []
            :
            [
                factory.Broken(required, "absent", factory.Rejected(required.Location), d =>
                    factory.Request(d, With(shape, null))
                ),
            ];

    private IEnumerable<CasePlan> Broken(ParameterShape shape) =>
        from site in SchemaWalker.Walk(shape.Site)
        where site.Branches.Count == 0
        from constraint in ConstraintExtraction.Of(site)
        from kind in BreakCatalogue.For(site, constraint)
        where kind.Rewrite is null
        let planned = Break(shape, site, constraint, kind, new Draw(default, BrokenBodies.PlanningSeed(constraint)))
        where planned is not null
        select factory.Broken(constraint, kind.Name, factory.Rejected(constraint.Location), d =>
        {
            var broken = Break(shape, site, constraint, kind, d) ?? planned;
            return new BrokenRequest(factory.Request(d, With(shape, broken.Written)), broken.Sent);
        });

    /// <summary>The broken value; null where, as text, it breaks something else or nothing.</summary>
    private static BrokenParameter? Break(
        ParameterShape shape,
        SchemaSite site,
        Constraint constraint,
        BreakKind kind,
        Draw draw
    )
    {
        // The value stands below the parameter's name, so that pointers lead into it as they do into a body.
        JsonNode? whole = new JsonObject { [shape.Parameter.Name] = Ordinary(shape, site, draw) };
        var old = Payloads.Get(whole, site.Concrete);
        if (
            kind.ApplyTo(new BreakContext(site, constraint, old, draw)) is not { } change
            || (change.Removes && site == shape.Site && change.Below.Length == 0)
        )
        {
            return null;
        }

        var at = site.Concrete + change.Below;
        var broken =
            change.Removes ? Payloads.Remove(whole, at)
            : Payloads.Get(whole, JsonPointer.Parent(at)) is null ? null
            : Payloads.Set(whole, at, change.Value);
        return
            shape.Written(Payloads.Get(broken, shape.Site.Concrete)) is { } written
            && Breaks(shape, written, constraint)
            ? new BrokenParameter(written, Sent(shape, written, at))
            : null;
    }

    // A provider sees texts, whatever type of value they were written from.
    private static Lazy<JsonElement> Sent(ParameterShape shape, ParameterValue written, string at) =>
        new(() =>
        {
            var whole = new JsonObject { [shape.Parameter.Name] = ParameterText.AsJson(written) };
            return Payloads.ToElement(Payloads.Get(whole, at) ?? whole[shape.Parameter.Name]);
        });

    private static bool Breaks(ParameterShape shape, ParameterValue written, Constraint constraint) =>
        shape.Check(written).Any(v => v.Keyword == CaseGuard.ViolationKeyword(constraint.Keyword));

    private static JsonNode? Ordinary(ParameterShape shape, SchemaSite site, Draw draw) =>
        ValueSource.Make(shape.Place, new Recipe { Draw = draw, Places = [site.Concrete] });

    private static ParameterValue? At(ParameterShape shape, Edge edge, Draw draw) =>
        shape.Written(
            edge.Value(new EdgeContext(shape.Site, ValueSource.Make(shape.Place, new Recipe { Draw = draw }), draw))
        );

    private static Dictionary<ParameterShape, ParameterValue?> With(ParameterShape shape, ParameterValue? value) =>
        new() { [shape] = value };

    private sealed record BrokenParameter(ParameterValue Written, Lazy<JsonElement> Sent);
}
