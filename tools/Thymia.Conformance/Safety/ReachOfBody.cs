using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Safety;

/// <summary>Finds whom a body leads to: JSON, JSON in a text, what is close to JSON, a form, in any encoding.</summary>
internal static partial class ReachOfBody
{
    private const int MaxDepth = 512;

    private static readonly JsonDocumentOptions AsDeepAsWritten = new() { MaxDepth = MaxDepth };
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = MaxDepth + 1 };

    public static IEnumerable<Reach> Of(ReadOnlyMemory<byte> body) =>
        OfJson(body.Span)
        ?? OfLooseText(Encoding.Latin1.GetString(body.Span).Replace("\0", "", StringComparison.Ordinal));

    private static void Collect(string name, JsonNode? node, List<Reach> found)
    {
        switch (node)
        {
            case JsonObject map:
                // By index: a name may stand twice.
                for (var i = 0; i < map.Count; i++)
                {
                    var (key, value) = map.GetAt(i);
                    CollectNamed(key, value, found);
                }

                break;
            case JsonArray list:
                // A name and its value, as some frameworks read a list of two.
                if (list is [JsonValue first, var second] && first.TryGetValue<string>(out var paired))
                {
                    CollectNamed(paired, second, found);
                }

                foreach (var item in list)
                {
                    Collect(name, item, found);
                }

                break;
            case JsonValue value:
                CollectValue(name, value, found);
                break;
            default:
                break;
        }
    }

    // Also what stands under a name for numbers in pieces, such as [1,2345].
    private static void CollectNamed(string key, JsonNode? value, List<Reach> found)
    {
        var before = found.Count;
        Collect(key, value, found);
        if (
            value is JsonObject or JsonArray
            && ReachNames.IsPhone(key)
            && !found.Skip(before).Any(r => r.Kind == ReachKind.PhoneNumber)
        )
        {
            var digits = string.Concat(value.ToJsonString(Deep).Where(char.IsAsciiDigit));
            if (ReachOfText.IsNumberByName(key, digits.Length))
            {
                found.Add(new Reach(ReachKind.PhoneNumber, ReservedNumbers.Contains(digits)));
            }
        }
    }

    private static void CollectValue(string name, JsonValue value, List<Reach> found)
    {
        if (value.TryGetValue<string>(out var text))
        {
            found.AddRange(OfNamed(name, text));
        }
        else if (value.GetValueKind() == JsonValueKind.Number)
        {
            found.AddRange(ReachOfText.Of(name, value.ToJsonString()));
        }
    }

    /// <summary>The same for a text under a name, such as the value of a parameter.</summary>
    public static IEnumerable<Reach> OfNamed(string name, string text)
    {
        var reaches = ReachOfText.Of(name, text);
        return text.Contains('{', StringComparison.Ordinal) ? reaches.Concat(OfText(text)) : reaches;
    }

    private static IEnumerable<Reach> OfText(string text) => OfJson(Encoding.UTF8.GetBytes(text)) ?? NamesAndMore(text);

    // In what no parser reads, an address or a mailbox is seen by its shape, a number by the name before it.
    private static IEnumerable<Reach> OfLooseText(string text) =>
        OfJson(Encoding.UTF8.GetBytes(text)) ?? ReachOfText.Of("", text).Concat(NamesAndMore(text));

    // What follows soon after a name may be its value.
    private static IEnumerable<Reach> NamesAndMore(string text) =>
        NameAndMore()
            .Matches(text)
            .Where(m =>
                ReachOfText.IsNumberByName(m.Groups["name"].Value, m.Groups["more"].Value.Count(char.IsAsciiDigit))
            )
            .Select(m => new Reach(ReachKind.PhoneNumber, HoldsReserved(m.Groups["more"].Value)));

    private static bool HoldsReserved(string more) =>
        NumberIn().Matches(more).Any(m => ReservedNumbers.Contains(string.Concat(m.Value.Where(char.IsAsciiDigit))));

    /// <summary>Null where the bytes are no JSON, hold a lone surrogate, or name a property twice.</summary>
    private static List<Reach>? OfJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var found = new List<Reach>();
            Collect("", JsonNode.Parse(json, documentOptions: AsDeepAsWritten), found);
            return found;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"(?<name>[A-Za-z][\w.-]*)(?=(?<more>.{5,80}))",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex NameAndMore();

    [GeneratedRegex(@"\d[\d ().\-]{3,24}\d", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberIn();
}
