using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>Equality as JSON Schema has it: by type and value, numbers by value, objects in any order.</summary>
internal sealed class JsonEquality : IEqualityComparer<JToken>
{
    public static JsonEquality Instance { get; } = new();

    public bool Equals(JToken? a, JToken? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        if (ExactNumber.Is(a) && ExactNumber.Is(b))
        {
            return ExactNumber.Of(a) == ExactNumber.Of(b);
        }

        return a.Type == b.Type && a switch
        {
            JObject x => x.Count == ((JObject)b).Count
                && x.Properties().All(p => ((JObject)b).TryGetValue(p.Name, out var other) && Equals(p.Value, other)),
            JArray x => x.Count == ((JArray)b).Count && x.Zip((JArray)b).All(pair => Equals(pair.First, pair.Second)),
            JValue x => Equals(x.Value, ((JValue)b).Value),
            _ => false,
        };
    }

    public int GetHashCode(JToken token) => token switch
    {
        JObject map =>
            map.Properties().Aggregate(map.Count, (hash, p) => hash ^ HashCode.Combine(p.Name, GetHashCode(p.Value))),
        JArray list => list.Aggregate(list.Count, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
        _ when ExactNumber.Is(token) => ExactNumber.Of(token).GetHashCode(),
        _ => ((JValue)token).Value?.GetHashCode() ?? 0,
    };
}
