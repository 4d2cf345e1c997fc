using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Chooses among the shapes of one operation those that a consumer would sign. What is chosen depends on the
/// description and on which answers have which members, and not on the seed.
/// </summary>
internal static class ConsumerSelection
{
    // From the plainest break to the least plain.
    private static readonly string[] Breaks =
    [
        "enum",
        "const",
        "format",
        "pattern",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "type",
    ];

    /// <param name="shapes">Of one operation, in the order of their ranks.</param>
    public static IEnumerable<RecordedShape> Of(IReadOnlyList<RecordedShape> shapes)
    {
        var valid = shapes.Where(s => s.Case.Expectation is Expectation.Accepted).ToList();
        var basic = valid.Find(s => s.Case.Keyword == "example")
            ?? valid.Find(s => Is(s, "none"))
            ?? (valid.Count > 0 ? valid[0] : null);
        IEnumerable<RecordedShape?> chosen =
        [
            basic,
            .. Optional(valid),
            InvalidValue(shapes),
            shapes.FirstOrDefault(s =>
                s.Case.Mutation?.Constraint.Keyword == "required" && s.Case.Location.Part == "body"
            ) ?? shapes.FirstOrDefault(s => s.Case.Mutation?.Constraint.Keyword == "required" && !s.IsKeyless),
            shapes.FirstOrDefault(s => s.IsKeyless),
            shapes.FirstOrDefault(s => s.Case.Request.Key == KeyUse.Wrong),
        ];
        return chosen.OfType<RecordedShape>().DistinctBy(s => s.Key);
    }

    // All of them, and without each whose absence another answer shows: that one must then be there in the first.
    private static IEnumerable<RecordedShape> Optional(List<RecordedShape> valid)
    {
        if (valid.Find(s => Is(s, "all")) is not { } all)
        {
            return valid.FindAll(s => Is(s, "alone")).Take(1);
        }

        var members = Members(all);
        var telling = valid.FindAll(s => Is(s, "left-out") && !Members(s).SetEquals(members));
        return telling
            .Prepend(all)
            .Select(s =>
                s with
                {
                    Interaction = telling
                        .Where(t => t.Key != s.Key)
                        .Aggregate(s.Interaction, (made, t) => WithRequired(made, t.Case.Location.Pointer)),
                }
            );
    }

    private static Interaction WithRequired(Interaction interaction, string pointer)
    {
        var parent = pointer[..pointer.LastIndexOf('/')];
        var name = JsonPointer.Segments(pointer)[^1];
        var names = interaction.Required.GetValueOrDefault(parent, []).Append(name).Order(StringComparer.Ordinal);
        return interaction with
        {
            Required = new Dictionary<string, IReadOnlyList<string>>(interaction.Required, StringComparer.Ordinal)
            {
                [parent] = [.. names],
            },
        };
    }

    private static bool Is(RecordedShape shape, string kind) =>
        shape.Case is { Keyword: "optional", Mutation: null } && Shape.Plain(shape.Case.Kind) == kind;

    private static HashSet<string> Members(RecordedShape shape) =>
        shape.Interaction.ResponseBody?.Json is JsonObject map
            ? map.Select(m => m.Key).ToHashSet(StringComparer.Ordinal)
            : [];

    private static RecordedShape? InvalidValue(IEnumerable<RecordedShape> shapes) =>
        shapes
            .Where(s => !s.IsKeyless && s.Case.Mutation is { } m && Array.IndexOf(Breaks, m.Constraint.Keyword) >= 0)
            .MinBy(s => (Array.IndexOf(Breaks, s.Case.Mutation!.Constraint.Keyword), s.Case.Location.Path.Count));
}

/// <summary>A shape with the case that stands for it and the interaction made of that.</summary>
internal sealed record RecordedShape(string Key, TestCase Case, Interaction Interaction)
{
    public bool IsKeyless => Interaction.PactKey == PactKey.Absent;
}
