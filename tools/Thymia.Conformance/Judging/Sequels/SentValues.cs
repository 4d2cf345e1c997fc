using System.Globalization;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Sequels;

/// <summary>
/// Compares what was sent with what is read, where both schemas have the property. What a provider may write otherwise
/// and still mean the same is the same: capitals, blanks around, the order of a list, digits beyond the second.
/// </summary>
internal static class SentValues
{
    private const int Digits = 2;
    private static readonly string[] OfTheProvider =
    [
        "id",
        "_id",
        "uuid",
        "version",
        "revision",
        "etag",
        "_etag",
        "status",
        "state",
        "links",
        "_links",
        "self",
        "href",
    ];

    private static readonly string[] OfTimes = ["created", "updated", "modified", "changed", "last"];

    /// <summary>Where the thing that is read has another value than was sent.</summary>
    /// <param name="sent">An object.</param>
    /// <param name="node">What the description says of the request's body.</param>
    public static IReadOnlyList<ValueDifference> Compare(JsonElement sent, SchemaNode? node, ReadThing read) =>
        [.. Members(sent, node, read.Value, read.Node, read.Pointer, isTop: true)];

    /// <summary>Whether two values mean the same.</summary>
    public static bool AreAlike(JsonElement one, JsonElement other, SchemaNode? node) =>
        SameValue.Are(one, other, node)
        || (one.ValueKind, other.ValueKind) switch
        {
            (JsonValueKind.String, JsonValueKind.String) => Plain(one.GetString()!) == Plain(other.GetString()!)
                || AreSameInstant(one.GetString()!, other.GetString()!),
            (JsonValueKind.Number, JsonValueKind.Number) => one.TryGetDouble(out var a)
                && other.TryGetDouble(out var b)
                && Math.Abs(Math.Round(a, Digits) - Math.Round(b, Digits)) < Math.Pow(10, -Digits) / 2,
            (JsonValueKind.Array, JsonValueKind.Array) => AreSameItems(one, other, node),
            (JsonValueKind.Object, JsonValueKind.Object) => one.EnumerateObject()
                .All(m => !other.TryGetProperty(m.Name, out var o) || AreAlike(m.Value, o, node?.Property(m.Name))),
            _ => false,
        };

    /// <summary>Whether a property is the provider's own to set, whatever a request says.</summary>
    public static bool IsProviders(string name) =>
        OfTheProvider.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(OfTimes, t => name.StartsWith(t, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ValueDifference> Members(
        JsonElement sent,
        SchemaNode? sentNode,
        JsonElement read,
        SchemaNode? readNode,
        string pointer,
        bool isTop
    )
    {
        foreach (var member in sent.EnumerateObject().Where(m => !isTop || !IsProviders(m.Name)))
        {
            var (own, other) = (sentNode?.Property(member.Name), readNode?.Property(member.Name));
            var at = JsonPointer.Append(pointer, member.Name);
            var isThere = read.TryGetProperty(member.Name, out var found);
            if (IsOneWay(own) || IsOneWay(other) || (!isThere && (other is null || IsNothing(member.Value))))
            {
                continue;
            }

            if (!isThere)
            {
                yield return new ValueDifference(at, member.Value, null);
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && found.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Members(member.Value, own, found, other, at, isTop: false))
                {
                    yield return inner;
                }
            }
            else if (!AreAlike(member.Value, found, other ?? own))
            {
                yield return new ValueDifference(at, member.Value, found);
            }
        }
    }

    private static bool IsOneWay(SchemaNode? node) => node is { ReadOnly: true } or { WriteOnly: true };

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.String => value.GetString()!.Trim().Length == 0,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => !value.EnumerateObject().Any(),
            _ => false,
        };

    private static bool AreSameItems(JsonElement one, JsonElement other, SchemaNode? node)
    {
        var left = other.EnumerateArray().ToList();
        foreach (var item in one.EnumerateArray())
        {
            var found = left.FindIndex(o => AreAlike(item, o, node?.Items));
            if (found < 0)
            {
                return false;
            }

            left.RemoveAt(found);
        }

        return left.Count == 0;
    }

    private static bool AreSameInstant(string one, string other) =>
        one.Length > 10 && Read(one) is { } a && Read(other) is { } b && Math.Abs((a - b).TotalSeconds) < 1;

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static string Plain(string text)
    {
        try
        {
            text = text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a character has no form but its own.
        }

        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}
