using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Judging;

/// <summary>
/// Makes text from an exchange fit to be shown: without key, personal data or control characters, and short.
/// </summary>
internal sealed class Redaction(JudgeOptions options)
{
    private const int Longest = 160;

    // Shorter values, such as "1", would mask half the sentence and identify nobody.
    private const int ShortestSecret = 4;

    private const int ShortestWord = 8;

    public bool IsPersonal(string property) => options.PersonalProperties.Contains(property);

    /// <param name="personal">Values to mask.</param>
    public string Show(string text, IEnumerable<string> personal)
    {
        if (options.ApiKey is { Length: >= ShortestSecret } key)
        {
            text = text.Replace(key, "[key]", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var value in personal)
        {
            text = text.Replace(value, "[personal data]", StringComparison.OrdinalIgnoreCase);
        }

        return Printable(text);
    }

    /// <summary>The text of every personal property, at any depth.</summary>
    public IEnumerable<string> PersonalValues(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return value.EnumerateObject().SelectMany(
                    p => IsPersonal(NameOf(p)) ? Texts(p.Value) : PersonalValues(p.Value));
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(PersonalValues);
            default:
                return [];
        }
    }

    /// <summary>The same from text that is no JSON, as far as it looks like it.</summary>
    public IEnumerable<string> PersonalValues(ReadOnlyMemory<byte> body) => body.IsEmpty
        ? []
        : options.PersonalProperties.SelectMany(name => Regex
            .Matches(
                Encoding.UTF8.GetString(body.Span), $"['\"]?{Regex.Escape(name)}['\"]?\\s*:?\\s*['\"]([^'\"]{{4,}})")
            .Select(m => m.Groups[1].Value));

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => TextOf(value) is { } text && Identifies(text) ? [text] : [],
        JsonValueKind.Number => value.GetRawText() is { Length: >= ShortestSecret } digits ? [digits] : [],
        _ => [],
    };

    // A short word, such as "none" for a phone number, is in our own sentences as well.
    private static bool Identifies(string text) =>
        text.Length >= ShortestSecret && (text.Length >= ShortestWord || !text.All(char.IsAsciiLetter));

    // A request may be sent in bytes that are no UTF-8: then as it reads with those replaced.
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"');
        }
    }

    // Answers may carry terminal escapes and marks that turn the reading direction.
    private static string Printable(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length >= Longest)
            {
                return result.Append("...").ToString();
            }

            _ = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                ? result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}")
                : result.Append(rune);
        }

        return result.ToString();
    }
}
