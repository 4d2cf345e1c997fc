using System.Text.Json;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Validation.Assertions;

/// <summary>Counts and uniqueness of array items and properties.</summary>
internal static class CollectionRules
{
    public static ValueRule? Rule(string keyword, JsonElement value)
    {
        if (keyword == "uniqueItems")
        {
            return value.ValueKind == JsonValueKind.True
                ? (in v) => v.Type != JsonTypes.Array || AllDiffer(v.Json)
                : null;
        }

        var bound = Bound(value);
        return keyword switch
        {
            "minItems" => (in v) => v.Type != JsonTypes.Array || v.Json.GetArrayLength() >= bound,
            "maxItems" => (in v) => v.Type != JsonTypes.Array || v.Json.GetArrayLength() <= bound,
            "minProperties" => (in v) => v.Type != JsonTypes.Object || JsonMembers.Of(v.Json).Count >= bound,
            _ => (in v) => v.Type != JsonTypes.Object || JsonMembers.Of(v.Json).Count <= bound,
        };
    }

    /// <summary>A count; one that nothing reaches stands for every greater one.</summary>
    public static int Bound(JsonElement value) =>
        (int)Math.Min(JsonNumber.Parse(value.GetRawText()).AsDecimal ?? int.MaxValue, int.MaxValue);

    private static bool AllDiffer(JsonElement items)
    {
        var seen = new HashSet<JsonElement>(JsonEquality.Instance);
        return items.EnumerateArray().All(seen.Add);
    }
}
