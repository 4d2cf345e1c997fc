using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>Finds values in a tree by their pointers.</summary>
internal static class TreeNodes
{
    /// <summary>The value at a JSON Pointer; null where there is none.</summary>
    public static JsonNode? Find(JsonNode? root, string pointer)
    {
        var at = root;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            at = at switch
            {
                JsonObject map => map[segment],
                JsonArray list when int.TryParse(segment, out var i) && i >= 0 && i < list.Count => list[i],
                _ => null,
            };
        }

        return at;
    }

    /// <summary>The innermost of some places that a place is at or in; null where it is in none.</summary>
    public static string? Around(string pointer, IReadOnlySet<string> places)
    {
        for (var at = pointer; at.Length > 0; at = JsonPointer.Parent(at))
        {
            if (places.Contains(at))
            {
                return at;
            }
        }

        return null;
    }
}
