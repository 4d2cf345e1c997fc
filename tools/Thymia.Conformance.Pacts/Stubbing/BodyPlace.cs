using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Matching;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>Changes what stands at the places of a JSON body that a path of Pact names.</summary>
internal static class BodyPlace
{
    public static void Replace(JsonNode? root, string path, Func<JsonNode?, JsonNode?> change) =>
        Replace(root, ["$"], RulePath.Parse(path), change);

    private static void Replace(
        JsonNode? node,
        IReadOnlyList<string> at,
        RulePath path,
        Func<JsonNode?, JsonNode?> change
    )
    {
        foreach (var (step, child, set) in Children(node))
        {
            IReadOnlyList<string> place = [.. at, step];
            if (place.Count < path.Length)
            {
                Replace(child, place, path, change);
            }
            else if (path.WeightAt(place) > 0)
            {
                set(change(child));
            }
        }
    }

    private static IReadOnlyList<(string Step, JsonNode? Child, Action<JsonNode?> Set)> Children(JsonNode? node) =>
        node switch
        {
            JsonObject map => [.. map.Select(p => (p.Key, p.Value, (Action<JsonNode?>)(v => map[p.Key] = v)))],
            JsonArray list => [.. list.Select((item, i) => ($"{i}", item, (Action<JsonNode?>)(v => list[i] = v)))],
            _ => [],
        };
}
