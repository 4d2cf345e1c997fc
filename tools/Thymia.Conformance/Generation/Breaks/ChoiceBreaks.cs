using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>
/// Values that fit no alternative, more than one, or what is excluded. Whether they do, the caller has checked.
/// </summary>
internal static class ChoiceBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        None("none-null", _ => null),
        None("none-boolean", _ => true),
        None("none-number", _ => -1),
        None("none-text", _ => "fits none of them"),
        None("none-empty-array", _ => new JsonArray()),
        None("none-empty-object", _ => new JsonObject()),
        None("none-unknown-object", _ => new JsonObject { ["unknown"] = "property" }),
        new("two-at-once", c => c.Constraint.Keyword == "oneOf" ? Both(c) : null),
        new("excluded", c =>
            c.Constraint.Keyword == "not" && c.Node.Not is { } not
                ? new Break(new ValueSource(null).Make(not, new Recipe { Draw = c.Draw }))
                : null
        ),
    ];

    private static BreakKind None(string name, Func<BreakContext, JsonNode?> value) =>
        new(name, c => c.Constraint.Keyword is "oneOf" or "anyOf" ? new Break(value(c)) : null);

    // Objects of two branches joined; for other values one that both take may exist, but is not looked for.
    private static Break? Both(BreakContext c)
    {
        var values = new ValueSource(null);
        var made = Enumerable
            .Range(0, c.Node.OneOf.Count)
            .Select(i => values.Make(c.Node.Choose("oneOf", i), new Recipe { Draw = c.Draw }))
            .OfType<JsonObject>()
            .Take(2)
            .ToList();
        if (made.Count < 2)
        {
            return null;
        }

        foreach (var (name, value) in made[1].Where(p => !made[0].ContainsKey(p.Key)))
        {
            made[0][name] = value?.DeepClone();
        }

        return new Break(made[0]);
    }
}
