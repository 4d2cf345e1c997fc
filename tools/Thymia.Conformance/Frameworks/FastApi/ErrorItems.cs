using System.Text.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Frameworks.FastApi;

/// <summary>
/// The list of errors in a validation error as the contract describes it: <c>detail</c>, each with <c>loc</c>.
/// </summary>
internal static class ErrorItems
{
    /// <summary>True where the contract describes such a list; checks on it apply to no other contract.</summary>
    public static bool AreDescribedBy(PayloadSchema? schema) =>
        schema?.Root.Property("detail")?.Items?.Property("loc") is not null;

    /// <summary>The items; none where there is no such list.</summary>
    public static IReadOnlyList<JsonElement> In(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("detail", out var detail)
            && detail.ValueKind == JsonValueKind.Array
            ? [.. detail.EnumerateArray()]
            : [];

    /// <summary>The item's <c>loc</c> as text, whole numbers as digits; none where it has none.</summary>
    public static IReadOnlyList<string> PathOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("loc", out var loc)
            && loc.ValueKind == JsonValueKind.Array
            ? Texts(loc)
            : [];

    /// <summary>The way to each item.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> PathsOf(IReadOnlyList<JsonElement> items)
    {
        var paths = new IReadOnlyList<string>[items.Count];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = PathOf(items[i]);
        }

        return paths;
    }

    /// <summary>The item's <c>type</c>; null where it is no text.</summary>
    public static string? TypeOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static string[] Texts(JsonElement list)
    {
        var texts = new string[list.GetArrayLength()];
        var next = 0;
        foreach (var step in list.EnumerateArray())
        {
            texts[next++] = step.ToString();
        }

        return texts;
    }
}
