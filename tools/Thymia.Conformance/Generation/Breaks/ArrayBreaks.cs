using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Arrays with too few, too many or equal items.</summary>
internal static class ArrayBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("one-too-few", c => Keyword(c, "minItems") && c.Node.MinItems is > 0 and { } least && Items(c) is { } items
            ? new Break(Sized(items, least - 1))
            : null),
        new("empty", c => Keyword(c, "minItems") && c.Node.MinItems > 1 ? new Break(new JsonArray()) : null),
        new("one-too-many", c => Keyword(c, "maxItems") && c.Node.MaxItems is { } most && Items(c) is { } items
            ? Grown(c, items, most + 1)
            : null),
        new("adjacent-duplicate", c => Keyword(c, "uniqueItems") ? Duplicate(c, 1) : null),
        new("distant-duplicate", c => Keyword(c, "uniqueItems") ? Duplicate(c, int.MaxValue) : null),
    ];

    private static bool Keyword(BreakContext c, string keyword) => c.Constraint.Keyword == keyword;

    private static JsonArray? Items(BreakContext c) => c.Old as JsonArray;

    private static JsonArray Sized(JsonArray items, int count) => new([.. items.Take(count).Select(i => i?.DeepClone())]);

    // More items of the same kind; where they must differ, text and numbers are counted on.
    private static Break? Grown(BreakContext c, JsonArray items, int count)
    {
        if (items.Count == 0)
        {
            return null;
        }

        var grown = Sized(items, items.Count);
        for (var i = items.Count; i < count; i++)
        {
            grown.Add(c.Node.UniqueItems && c.Node.Items?.Enum is null ? Another(items[0], i) : items[i % items.Count]?.DeepClone());
        }

        return new Break(grown);
    }

    private static JsonNode? Another(JsonNode? model, int number) => model switch
    {
        JsonValue v when v.TryGetValue<string>(out var text) => JsonValue.Create(text + (char)('a' + (number % 26)) + number),
        JsonValue v when v.TryGetValue<decimal>(out var value) => JsonValue.Create(value + number),
        _ => model?.DeepClone(),
    };

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
