using System.Globalization;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Text;

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

    // As deep as the schema check reads.
    private static readonly JsonReaderOptions Depth = new() { MaxDepth = StrictJson.MaxDepth };

    private readonly IReadOnlyList<Secret> _key = Secrets.OfKeys(options.ApiKey, options.Secrets, "[key]");
    private readonly string[] _names = [.. options.PersonalProperties];

    // In what is no JSON, a name with a quoted value after it.
    private readonly Lazy<IReadOnlyList<BoundedPattern>> _looseNames = new(() =>
        [
            .. options.PersonalProperties.Select(name => new BoundedPattern(
                $"['\"]?{BoundedPattern.Literal(name)}['\"]?\\s*:?\\s*['\"]([^'\"]{{{ShortestSecret},}})"
            )),
        ]
    );

    public bool IsPersonal(string property) => options.PersonalProperties.Contains(property);

    /// <summary>What a sentence masks of a request.</summary>
    public IReadOnlyList<Secret> SecretsOf(IReadOnlyList<string> personal) =>
        [.. _key, .. personal.SelectMany(v => Secrets.OfPerson(v, "[personal data]"))];

    /// <param name="secrets">What to mask.</param>
    public static string Show(string text, IReadOnlyList<Secret> secrets) =>
        Printable(SecretText.Masked(text, secrets));

    /// <summary>The same for two texts that are shown beside each other: cut where they differ.</summary>
    public static (string Found, string Expected) ShowBoth(string found, string expected, IReadOnlyList<Secret> secrets)
    {
        var (one, other) = (SecretText.Masked(found, secrets), SecretText.Masked(expected, secrets));
        var (shown, wanted) = (Printable(one), Printable(other));
        if (shown != wanted || one == other)
        {
            return (shown, wanted);
        }

        (one, other) = Contrast.Of(one, other, Longest / 2);
        return (Printable(one), Printable(other));
    }

    /// <summary>
    /// The text of every personal property, at any depth; of text that is no JSON, as far as it looks like it.
    /// </summary>
    public IReadOnlyList<string> PersonalValues(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        try
        {
            return Collected(new Utf8JsonReader(JsonText.Usable(body).Span, Depth));
        }
        catch (JsonException)
        {
            var text = Encoding.UTF8.GetString(body.Span);
            return [.. _looseNames.Value.SelectMany(p => p.FirstGroups(text))];
        }
    }

    // Every request is read this way, and a tree would take as long again.
    private List<string> Collected(Utf8JsonReader json)
    {
        var found = new List<string>();
        var (isNamed, within) = (false, 0);
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    isNamed = within == 0 && IsPersonal(ref json);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    within += isNamed || within > 0 ? 1 : 0;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    within -= within > 0 ? 1 : 0;
                    break;
                case JsonTokenType.String
                    when (isNamed || within > 0) && json.GetString() is { } text && Identifies(text):
                    found.Add(text);
                    break;
                case JsonTokenType.Number when (isNamed || within > 0) && json.ValueSpan.Length >= ShortestSecret:
                    found.Add(Encoding.ASCII.GetString(json.ValueSpan));
                    break;
                default:
                    break;
            }

            isNamed = false;
        }

        return found;
    }

    // Every property of every request is asked about: only a name with escapes or other signs needs to become text.
    private bool IsPersonal(ref Utf8JsonReader json)
    {
        if (json.ValueIsEscaped || !Ascii.IsValid(json.ValueSpan))
        {
            return IsPersonal(json.GetString()!);
        }

        foreach (var name in _names)
        {
            if (Ascii.EqualsIgnoreCase(json.ValueSpan, name))
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

            _ = Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                ? result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}")
                : result.Append(rune);
        }

        return result.ToString();
    }
}
