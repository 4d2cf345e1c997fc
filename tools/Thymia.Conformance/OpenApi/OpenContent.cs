using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>Says of parameters and bodies without a schema what their silence means: anything fits.</summary>
internal static class OpenContent
{
    private static readonly string[] Forms = ["application/x-www-form-urlencoded", "multipart/form-data"];

    public static void Apply(JsonObject root)
    {
        foreach (var (holder, pointer) in DocumentTree.Objects(root).ToList())
        {
            var segments = JsonPointer.Segments(pointer);
            if (holder.ContainsKey("$ref"))
            {
                continue;
            }

            if (
                IsParameter(holder, segments)
                && holder["schema"] is null
                && holder["content"] is not JsonObject { Count: > 0 }
            )
            {
                holder["schema"] = new JsonObject();
            }
            else if (IsRequestMedia(segments) && holder["schema"] is null)
            {
                holder["schema"] = Forms.Contains(MediaTypes.Bare(segments[^1]).ToLowerInvariant())
                    ? new JsonObject { ["type"] = "object" }
                    : new JsonObject();
            }
        }
    }

    private static bool IsParameter(JsonObject holder, IReadOnlyList<string> segments) =>
        segments.Count >= 3 && segments[^2] == "parameters" && holder["in"] is JsonValue && holder["name"] is JsonValue;

    // Below a request body, or a parameter with content.
    private static bool IsRequestMedia(IReadOnlyList<string> segments) =>
        segments.Count >= 3
        && segments[^2] == "content"
        && (segments[^3] == "requestBody" || (segments.Count >= 4 && segments[^4] is "requestBodies" or "parameters"));
}
