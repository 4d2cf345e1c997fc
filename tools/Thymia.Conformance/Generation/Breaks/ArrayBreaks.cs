using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Arrays with too few, too many or equal items.</summary>
internal static class ArrayBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("one-too-few", c =>
            Keyword(c, "minItems") && c.Node.MinItems is > 0 and { } least && Items(c) is { } items
                ? new Break(Sized(items, least - 1))
                : null
        ),
        new("empty", c => Keyword(c, "minItems") && c.Node.MinItems > 1 ? new Break(new JsonArray()) : null),
        new("one-too-many", c =>
            Keyword(c, "maxItems") && c.Node.MaxItems is { } most && most < c.MaxBytes / 2 && Items(c) is { } items
                ? Grown(c, items, most + 1)
                : null
        ),
        new("adjacent-duplicate", c => Keyword(c, "uniqueItems") ? Duplicate(c, 1) : null),
        new("distant-duplicate", c => Keyword(c, "uniqueItems") ? Duplicate(c, int.MaxValue) : null),
    ];

    private static bool Keyword(BreakContext c, string keyword) => c.Constraint.Keyword == keyword;

    private static JsonArray? Items(BreakContext c) => c.Old as JsonArray;

    private static JsonArray Sized(JsonArray items, int count) =>
        new([.. items.Take(count).Select(i => i?.DeepClone())]);

    // More items of the same kind; each from its own draw, so that they differ where they must.
    private static Break? Grown(BreakContext c, JsonArray items, int count)
    {
        var grown = Sized(items, items.Count);
        var size = 0;
        for (var attempt = 0; grown.Count < count && attempt < count + 50 && size <= c.MaxBytes; attempt++)
        {
            var draw = c.Draw with { Seed = c.Draw.Seed.Derive(attempt) };
            var item = c.Node.Items is { } schema
                ? new ValueSource(null).Make(schema, new Recipe { Draw = draw })
                : JsonValue.Create($"item{attempt}");
            if (!c.Node.UniqueItems || !grown.Any(other => JsonNode.DeepEquals(other, item)))
            {
                grown.Add(item);
                size += item?.ToJsonString().Length ?? 4;
            }
        }

        return grown.Count < count || size > c.MaxBytes ? null : new Break(grown);
    }

    private static Break? Duplicate(BreakContext c, int distance)
    {
        if (Items(c) is not { Count: > 0 } items || items.Count + 1 > (c.Node.MaxItems ?? int.MaxValue))
        {
            return null;
        }

        var result = Sized(items, items.Count);
        result.Insert(Math.Min(distance, result.Count), result[0]?.DeepClone());
        return distance > 1 && items.Count == 1 ? null : new Break(result);
    }
}
