using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>What the expectations of several items have in common: each of the items meets it.</summary>
internal static class SharedTemplate
{
    private const string Value = "value";

    /// <summary>The common part; null where there is none.</summary>
    public static JsonNode? Of(IReadOnlyList<JsonNode?> items)
    {
        var shared = items[0];
        for (var i = 1; i < items.Count && shared is not null; i++)
        {
            shared = Of(shared, items[i]);
        }

        return shared;
    }

    private static JsonNode? Of(JsonNode one, JsonNode? other) =>
        (one, other) switch
        {
            (JsonObject a, JsonObject b) when IsMatcher(a) && IsMatcher(b) => OfMatchers(a, b),
            (JsonObject a, JsonObject b) when !IsMatcher(a) && !IsMatcher(b) => OfMembers(a, b),
            _ => JsonNode.DeepEquals(one, other) ? one : null,
        };

    // A member that one of them lacks, or that is of another kind there, is not expected of any.
    private static JsonObject OfMembers(JsonObject one, JsonObject other)
    {
        var result = new JsonObject();
        foreach (var (name, value) in one)
        {
            if (value is not null && other.TryGetPropertyValue(name, out var there) && Of(value, there) is { } shared)
            {
                result[name] = shared.DeepClone();
            }
        }

        return result;
    }

    // The same rule, whatever the examples; lists are compared by what they say of their items.
    private static JsonObject? OfMatchers(JsonObject one, JsonObject other)
    {
        if (
            one.Where(p => p.Key != Value).Any(p => !JsonNode.DeepEquals(p.Value, other[p.Key]))
            || one.Count != other.Count
        )
        {
            return AreLists(one, other) ? Matchers.Type(new JsonArray()) : null;
        }

        if (!AreLists(one, other))
        {
            return one[Value]?.GetValueKind() == other[Value]?.GetValueKind() ? one : null;
        }

        return one[Value]!.AsArray() is [{ } a, ..] && other[Value]!.AsArray() is [{ } b, ..] && Of(a, b) is { } item
            ? Matchers.EachLike(item, one["min"]?.GetValue<int>() ?? 0)
            : Matchers.Type(new JsonArray());
    }

    private static bool AreLists(JsonObject one, JsonObject other) =>
        one[Value] is JsonArray && other[Value] is JsonArray;

    private static bool IsMatcher(JsonObject node) => node.ContainsKey(Matchers.TypeKey);
}
