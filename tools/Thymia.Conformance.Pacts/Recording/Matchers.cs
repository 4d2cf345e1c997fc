using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Pact's integration JSON: an example with the rule that real values are matched by.</summary>
internal static class Matchers
{
    public const string TypeKey = "pact:matcher:type";

    /// <summary>Pact's core takes any other name in silence and records a rule that nobody applies.</summary>
    public static IReadOnlySet<string> Known { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "type",
            "regex",
            "integer",
            "number",
            "boolean",
            "equality",
            "arrayContains",
            "eachKey",
        };

    /// <summary>Any value of the example's type.</summary>
    public static JsonObject Type(JsonNode? example) => Make("type", example);

    public static JsonObject Integer(JsonNode? example) => Make("integer", example);

    public static JsonObject Number(JsonNode? example) => Make("number", example);

    public static JsonObject Boolean(JsonNode? example) => Make("boolean", example);

    /// <summary>Exactly this, whatever rule stands above it.</summary>
    public static JsonObject Equality(JsonNode? value) => Make("equality", value);

    public static JsonObject Regex(string example, string pattern)
    {
        var matcher = Make("regex", example);
        matcher["regex"] = pattern;
        return matcher;
    }

    /// <summary>An object whose names are like that; what it shows must be there in no member.</summary>
    /// <param name="map">Not empty: Pact's core takes no other object for an empty one.</param>
    public static JsonObject EachKey(JsonObject map, string pattern)
    {
        var matcher = Make("eachKey", map);
        matcher["rules"] = new JsonArray(Regex(map.First().Key, pattern));
        return matcher;
    }

    /// <summary>The same matcher, with a value that is fresh wherever the answer is made of it.</summary>
    public static JsonObject WithGenerator(JsonObject matcher, string type, string? format = null)
    {
        matcher["pact:generator:type"] = type;
        if (format is not null)
        {
            matcher["format"] = format;
        }

        return matcher;
    }

    /// <summary>A list of as many items as one likes, at least <paramref name="least"/>, each like the first.</summary>
    public static JsonObject EachLike(JsonNode? item, int least)
    {
        var matcher = Make(
            "type",
            new JsonArray([.. Enumerable.Range(0, Math.Max(1, least)).Select(_ => item?.DeepClone())])
        );
        matcher["min"] = least;
        return matcher;
    }

    /// <summary>A list with such an item somewhere in it.</summary>
    public static JsonObject Contains(JsonNode? item) =>
        new() { [TypeKey] = "arrayContains", ["variants"] = new JsonArray(item) };

    /// <summary>The names of all rules in a body or header value, sorted.</summary>
    public static IEnumerable<string> In(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(p => p.Key == TypeKey ? [p.Value!.GetValue<string>()] : In(p.Value)),
            JsonArray list => list.SelectMany(In),
            _ => [],
        };

    private static JsonObject Make(string type, JsonNode? example) =>
        new() { [TypeKey] = type, ["value"] = example?.DeepClone() };
}
