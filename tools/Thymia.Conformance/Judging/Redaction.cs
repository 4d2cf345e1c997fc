using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Thymia.Conformance.Judging;

/// <summary>Makes text from an exchange fit to be shown: without key, personal data or control characters, and short.</summary>
internal sealed class Redaction(JudgeOptions options)
{
    private const int Longest = 160;

    // Shorter values, such as "1", would mask half the sentence and identify nobody.
    private const int ShortestSecret = 4;

    public bool IsPersonal(string property) => options.PersonalProperties.Contains(property);

    /// <param name="request">The request's body, whose personal values are masked; null where it is no JSON.</param>
    public string Show(string text, JsonElement? request)
    {
        if (options.ApiKey is { Length: >= ShortestSecret } key)
        {
            text = text.Replace(key, "[key]", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var value in request is { } root ? PersonalValues(root) : [])
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
                return value.EnumerateObject().SelectMany(p => IsPersonal(p.Name) ? Texts(p.Value) : PersonalValues(p.Value));
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(PersonalValues);
            default:
                return [];
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => TextOf(value) is { Length: >= ShortestSecret } text ? [text] : [],
        JsonValueKind.Number => value.GetRawText() is { Length: >= ShortestSecret } digits ? [digits] : [],
        _ => [],
    };

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: no text that could appear in a sentence.
            return null;
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
