using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Edges;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>The valid edges of each path, query and header parameter, and every way to break it.</summary>
internal sealed class ParameterCases(CaseFactory factory)
{
    private IReadOnlyList<ParameterShape> Shapes => factory.Shape.Parameters;

    public IEnumerable<CasePlan> Valid()
    {
        foreach (var shape in Shapes)
        {
            // What cannot be written as text at all has no valid one.
            if (!shape.Parameter.Required && shape.Check(shape.ValidTexts(new Draw(default, default))).Count == 0)
            {
                yield return factory.Valid(shape.Site.Location, "optional", "present", Tier.Plausible, d =>
                    factory.Request(d, With(shape, shape.ValidTexts(d))));
            }

            foreach (var edge in ValueEdges.Of(shape.Site))
            {
                var planned = Texts(shape, edge, new Draw(default, default));
                if (planned is not null && shape.Check(planned).Count == 0)
                {
                    yield return factory.Valid(shape.Site.Location, edge.Keyword, edge.Kind, edge.Tier, d =>
                        factory.Request(d, With(shape, Texts(shape, edge, d) ?? planned)));
                }
            }
        }
    }

    public IEnumerable<CasePlan> Invalid() => Shapes.SelectMany(s => Absent(s).Concat(Broken(s)));

    private IEnumerable<CasePlan> Absent(ParameterShape shape) => shape.Required is not { } required
        ? []
        : [factory.Broken(required, "absent", factory.Rejected(required.Location), d => factory.Request(d, With(shape, null)))];

    private IEnumerable<CasePlan> Broken(ParameterShape shape) =>
        from constraint in ConstraintExtraction.Of(shape.Site)
        from kind in BreakCatalogue.For(shape.Site, constraint)
        let planned = Break(shape, constraint, kind, new Draw(default, CaseFactory.PlanningSeed(constraint)))
        where planned is not null
        select factory.Broken(constraint, kind.Name, factory.Rejected(constraint.Location), d =>
            factory.Request(d, With(shape, Break(shape, constraint, kind, d) ?? planned)));

    /// <summary>The broken texts; null where, as text, they break something else or nothing.</summary>
    private static IReadOnlyList<string>? Break(ParameterShape shape, Constraint constraint, BreakKind kind, Draw draw)
    {
        var old = ValueSource.Make(shape.Place, new Recipe { Draw = draw });
        var change = kind.Apply(new BreakContext(shape.Site, constraint, old, draw));
        var texts = change is { Removes: false, Below: "" } ? ParameterText.Of(change.Value) : null;
        return texts is not null && texts.All(t => ParameterText.Survives(t, shape.Parameter.In))
            && shape.Check(texts).Any(v => v.Keyword == CaseGuard.ViolationKeyword(constraint.Keyword)) ? texts : null;
    }

    private static IReadOnlyList<string>? Texts(ParameterShape shape, Edge edge, Draw draw)
    {
        var old = ValueSource.Make(shape.Place, new Recipe { Draw = draw });
        var texts = ParameterText.Of(edge.Value(new EdgeContext(shape.Site, old, draw)));
        return texts is not null && texts.All(t => ParameterText.Survives(t, shape.Parameter.In)) ? texts : null;
    }

    private static Dictionary<ParameterShape, IReadOnlyList<string>?> With(ParameterShape shape, IReadOnlyList<string>? texts) =>
        new() { [shape] = texts };
}
