using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Safety;

/// <summary>
/// Finds what a provider might dial: enough digits under a name that is meant for telephone numbers, in whatever form
/// a lenient provider would still make sense of. It rather finds too much.
/// </summary>
internal static partial class PhoneNumbers
{
    private const int FewestDigits = 5;

    private static readonly JsonDocumentOptions AsDeepAsWritten = new() { MaxDepth = Payloads.Deepest };

    private static bool AreIn(JsonNode? node) => node switch
    {
        JsonObject map => AreIn(map),
        JsonArray list => (list is [JsonValue name, var value] && name.TryGetValue<string>(out var key) && IsOne(key, value))
            || list.Any(AreIn),
        JsonValue value => value.TryGetValue<string>(out var text) && text.Contains('{', StringComparison.Ordinal)
            && AreInText(text),
        _ => false,
    };

    private static bool AreIn(JsonObject map)
    {
        for (var i = 0; i < map.Count; i++)
        {
            var (name, value) = map.GetAt(i);
            if (IsOne(name, value) || AreIn(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for any bytes: JSON, what is close to it, a form, in any encoding.</summary>
    public static bool AreIn(ReadOnlySpan<byte> body) =>
        AreInJson(body) ?? AreInText(Encoding.Latin1.GetString(body).Replace("\0", "", StringComparison.Ordinal));

    /// <summary>The same for one text under a name.</summary>
    public static bool AreIn(string name, string text) => Meanings.OfName(name) == Meaning.PhoneNumber && HasDigits(text);

    /// <summary>Null where the bytes are no JSON, hold a lone surrogate, or name a property twice.</summary>
    private static bool? AreInJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return AreIn(JsonNode.Parse(json, documentOptions: AsDeepAsWritten));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsOne(string name, JsonNode? value) => value is not null
        && Meanings.OfName(name) == Meaning.PhoneNumber && HasDigits(value.ToJsonString());

    // What follows soon after a name may be its value.
    private static bool AreInText(string text) => AreInJson(Encoding.UTF8.GetBytes(text))
        ?? NameAndMore().Matches(text).Any(m =>
            Meanings.OfName(m.Groups["name"].ValueSpan) == Meaning.PhoneNumber && HasDigits(m.Groups["more"].Value));

    private static bool HasDigits(string text) => text.Count(char.IsAsciiDigit) >= FewestDigits;

    [GeneratedRegex(
        @"(?<name>[A-Za-z][\w.-]*)(?=(?<more>.{5,80}))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NameAndMore();
}
