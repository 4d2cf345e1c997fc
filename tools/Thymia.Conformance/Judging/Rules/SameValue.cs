using System.Text.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>Compares values as a receiver understands them, whatever notation they came in.</summary>
internal static class SameValue
{
    /// <param name="node">What the description says of the value; null where it says nothing.</param>
    public static bool Are(JsonElement sent, JsonElement found, SchemaNode? node) =>
        JsonElement.DeepEquals(sent, found)
        || (sent.ValueKind, found.ValueKind) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => AreNumbers(sent, found),
            (JsonValueKind.String, JsonValueKind.String) => AreTexts(
                sent.GetString()!,
                found.GetString()!,
                node?.Format
            ),
            (JsonValueKind.Array, JsonValueKind.Array) => AreArrays(sent, found, node),
            (JsonValueKind.Object, JsonValueKind.Object) => AreObjects(sent, found, node),
            _ => false,
        };

    // RFC 8259, 6: receivers may keep a number as a double.
    private static bool AreNumbers(JsonElement sent, JsonElement found) =>
        sent.TryGetDouble(out var one)
        && found.TryGetDouble(out var other)
        && double.IsFinite(one)
        && one.Equals(other);

    private static bool AreTexts(string sent, string found, string? format) =>
        format switch
        {
            "uuid" => Guid.TryParse(sent, out var one) && Guid.TryParse(found, out var other) && one == other,
            "date-time" => Instants.TryRead(sent, out var one)
                && Instants.TryRead(found, out var other)
                && one == other,
            _ => false,
        };

    private static bool AreArrays(JsonElement sent, JsonElement found, SchemaNode? node)
    {
        if (sent.GetArrayLength() != found.GetArrayLength())
        {
            return false;
        }

        // To index an element walks the list from its beginning.
        return sent.EnumerateArray().Zip(found.EnumerateArray()).All(p => Are(p.First, p.Second, node?.Items));
    }

    // Of a name that stands twice the last counts, as it does for whoever reads a member.
    private static bool AreObjects(JsonElement sent, JsonElement found, SchemaNode? node)
    {
        var names = sent.EnumerateObject().Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return names.SetEquals(found.EnumerateObject().Select(m => m.Name))
            && names.All(n =>
                Are(sent.GetProperty(n), found.GetProperty(n), node?.Property(n) ?? node?.AdditionalProperties)
            );
    }
}
