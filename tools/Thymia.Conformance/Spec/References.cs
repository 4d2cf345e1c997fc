using System.Text.Json.Nodes;

namespace Thymia.Conformance.Spec;

/// <summary>Demands that every <c>$ref</c> leads somewhere within the document.</summary>
internal static class References
{
    public static void Demand(JsonObject root, IReadOnlyDictionary<string, int> lines, string source)
    {
        foreach (var (pointer, target) in Find(root, ""))
        {
            if (!target.StartsWith("#/", StringComparison.Ordinal) || !Resolves(root, target[1..]))
            {
                throw new UnusableInputException(
                    "reference-not-resolved",
                    $"the reference '{target}' leads nowhere",
                    $"{source}:{lines.GetValueOrDefault(pointer, 1)}",
                    target.StartsWith('#')
                        ? "define it under components or correct its spelling"
                        : "bundle the description into one file first");
            }
        }
    }

    private static IEnumerable<(string Pointer, string Target)> Find(JsonNode? node, string pointer) => node switch
    {
        JsonObject map => map.SelectMany(p => p is { Key: "$ref", Value: JsonValue v } && v.TryGetValue<string>(out var target)
            ? [(JsonPointer.Append(pointer, p.Key), target)]
            : Find(p.Value, JsonPointer.Append(pointer, p.Key))),
        JsonArray list => list.SelectMany((item, i) => Find(item, $"{pointer}/{i}")),
        _ => [],
    };

    private static bool Resolves(JsonNode root, string pointer)
    {
        var at = root;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            at = at switch
            {
                JsonObject map => map[Uri.UnescapeDataString(segment)],
                JsonArray list when int.TryParse(segment, out var i) && i < list.Count => list[i],
                _ => null,
            };
            if (at is null)
            {
                return false;
            }
        }

        return true;
    }
}
