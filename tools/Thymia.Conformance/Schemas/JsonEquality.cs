using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>Equality as JSON Schema has it: by type and value, numbers by value, objects in any order.</summary>
internal static class JsonEquality
{
    /// <param name="member">An enum member as NJsonSchema holds it: a plain value or a token.</param>
    public static bool Same(object? member, JToken token) => member is string text
        ? token.Type == JTokenType.String && string.Equals(text, (string?)token, StringComparison.Ordinal)
        : Same(member is null ? JValue.CreateNull() : JToken.FromObject(member), token);

    public static bool Same(JToken a, JToken b)
    {
        if (IsNumber(a) && IsNumber(b))
        {
            return ((IComparable)a).CompareTo(b) == 0;
        }

        return a.Type == b.Type && a switch
        {
            JObject x => x.Count == ((JObject)b).Count
                && x.Properties().All(p => ((JObject)b).TryGetValue(p.Name, out var other) && Same(p.Value, other)),
            JArray x => x.Count == ((JArray)b).Count && x.Zip((JArray)b).All(pair => Same(pair.First, pair.Second)),
            _ => JToken.DeepEquals(a, b),
        };
    }

    private static bool IsNumber(JToken token) => token.Type is JTokenType.Integer or JTokenType.Float;
}
