using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>Counts and uniqueness of array items and properties.</summary>
internal static class CollectionRules
{
    public static Func<JToken, bool>? Rule(string keyword, JsonElement value)
    {
        if (keyword == "uniqueItems")
        {
            return value.ValueKind == JsonValueKind.True 
                ? token => token is not JArray items || AllDiffer(items)
                : null;
        }

        var bound = Bound(value);
        return keyword switch
        {
            "minItems" => token => token is not JArray items || items.Count >= bound,
            "maxItems" => token => token is not JArray items || items.Count <= bound,
            "minProperties" => token => token is not JObject map || map.Count >= bound,
            _ => token => token is not JObject map || map.Count <= bound,
        };
    }

    /// <summary>A count; one that nothing reaches stands for every greater one.</summary>
    public static int Bound(JsonElement value) =>
        (int)Math.Min(JsonNumber.Parse(value.GetRawText()).AsDecimal ?? int.MaxValue, int.MaxValue);

    private static bool AllDiffer(JArray items)
    {
        var seen = new HashSet<JToken>(JsonEquality.Instance);
        return items.All(seen.Add);
    }
}
