using System.Text.Json;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>The things in a page of a collection.</summary>
internal static class ListedItems
{
    private const int MaxDepth = 3;

    /// <summary>The items of the page; none where it holds no list.</summary>
    public static IReadOnlyList<JsonElement> In(JsonElement page) => Find(page, 0) ?? [];

    /// <summary>Whether one of the items is the thing of that id.</summary>
    public static bool Hold(IReadOnlyList<JsonElement> items, Relation relation, string id) =>
        items.Any(i =>
            i.ValueKind == JsonValueKind.Object
                ? IdPlaces.In(i, relation.Parameter, relation.Item) is { } at && IdPlaces.Read(i, at) == id
                : TextOf(i) == id || TextOf(i).EndsWith("/" + id, StringComparison.Ordinal)
        );

    private static IReadOnlyList<JsonElement>? Find(JsonElement value, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        if (value.ValueKind != JsonValueKind.Object || depth == MaxDepth)
        {
            return null;
        }

        var members = value.EnumerateObject().Select(m => m.Value).ToList();
        return members
            .OrderByDescending(m => m.ValueKind == JsonValueKind.Array)
            .Select(m => Find(m, depth + 1))
            .FirstOrDefault(f => f is not null);
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
