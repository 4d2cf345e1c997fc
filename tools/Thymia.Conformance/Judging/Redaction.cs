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
    public string Show(string text, IReadOnlyList<string> personal)
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
    public IReadOnlyList<string> PersonalValues(JsonElement value)
    {
        var found = new List<string>();
        Collect(value, isPersonal: false, found);
        return found;
    }

    /// <summary>The same from text that is no JSON, as far as it looks like it.</summary>
    public IReadOnlyList<string> PersonalValues(ReadOnlyMemory<byte> body) => body.IsEmpty
        ? []
        : [.. options.PersonalProperties.SelectMany(name => Regex
            .Matches(
                Encoding.UTF8.GetString(body.Span), $"['\"]?{Regex.Escape(name)}['\"]?\\s*:?\\s*['\"]([^'\"]{{4,}})")
            .Select(m => m.Groups[1].Value))];

    private void Collect(JsonElement value, bool isPersonal, List<string> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Collect(property.Value, isPersonal || IsPersonal(property), found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, isPersonal, found);
                }

                break;
            case JsonValueKind.String when isPersonal && value.GetString() is { } text && Identifies(text):
                found.Add(text);
                break;
            case JsonValueKind.Number when isPersonal && value.GetRawText() is { Length: >= ShortestSecret } digits:
                found.Add(digits);
                break;
        }
    }

    // Every property of every request is asked about: only a name with escapes or other signs needs to become text.
    private bool IsPersonal(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (raw.Contains((byte)'\\') || !Ascii.IsValid(raw))
        {
            return IsPersonal(property.Name);
        }

        foreach (var name in options.PersonalProperties)
        {
            if (Ascii.EqualsIgnoreCase(raw, name))
            {
                return true;
            }
        }

        return false;
    }

    // A short word, such as "none" for a phone number, is in our own sentences as well.
    private static bool Identifies(string text) =>
        text.Length >= ShortestSecret && (text.Length >= ShortestWord || !text.All(char.IsAsciiLetter));

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
