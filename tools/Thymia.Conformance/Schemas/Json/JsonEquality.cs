using System.Text.Json;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>Equality as JSON Schema has it: by type and value, numbers by value, objects in any order.</summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    public static JsonEquality Instance { get; } = new();

    public bool Equals(JsonElement a, JsonElement b) =>
        a.ValueKind == b.ValueKind
        && a.ValueKind switch
        {
            JsonValueKind.Object => AreEqual(JsonMembers.Of(a), JsonMembers.Of(b)),
            JsonValueKind.Array => a.GetArrayLength() == b.GetArrayLength()
                && a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => Equals(pair.First, pair.Second)),
            JsonValueKind.Number => NumberOf(a) == NumberOf(b),
            JsonValueKind.String => TextOf(a) == TextOf(b),
            _ => true,
        };

    public int GetHashCode(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => JsonMembers
                .Of(value)
                .Aggregate(0, (hash, p) => hash ^ HashCode.Combine(p.Key, GetHashCode(p.Value))),
            JsonValueKind.Array => value
                .EnumerateArray()
                .Aggregate(value.GetArrayLength(), (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
            JsonValueKind.Number => NumberOf(value).GetHashCode(),
            JsonValueKind.String => TextOf(value)!.GetHashCode(StringComparison.Ordinal),
            _ => (int)value.ValueKind,
        };

    private bool AreEqual(IReadOnlyDictionary<string, JsonElement> a, IReadOnlyDictionary<string, JsonElement> b) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var other) && Equals(p.Value, other));

    private static JsonNumber NumberOf(JsonElement value) => new JudgedValue(value, readText: false).Number;

    private static string? TextOf(JsonElement value) => new JudgedValue(value, readText: true).Text;
}
