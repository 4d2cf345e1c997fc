using System.Text;
using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>The words by which a validator calls what is wrong: the <c>type</c> of each error it lists.</summary>
internal static class ErrorWords
{
    private const int LongestWord = 80;

    private static ReadOnlySpan<byte> Name => "\"type\""u8;

    /// <summary>
    /// True where each <c>type</c> in the text, wherever it stands, is one of the words; false where escapes leave it
    /// open.
    /// </summary>
    public static bool AreAmong(List<string> words, ReadOnlySpan<byte> body)
    {
        if (body.Contains((byte)'\\'))
        {
            return false;
        }

        for (var at = body.IndexOf(Name); at >= 0; at = body.IndexOf(Name))
        {
            body = body[(at + Name.Length)..].TrimStart(" \t\r\n:"u8);
            if (!StartsWithAny(body, words))
            {
                return false;
            }
        }

        return true;
    }

    public static IReadOnlyList<string> In(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty || body.Span.IndexOf(Name) < 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("detail", out var detail)
                && detail.ValueKind == JsonValueKind.Array
                ? [.. detail.EnumerateArray().Select(Word).OfType<string>()]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static bool StartsWithAny(ReadOnlySpan<byte> text, List<string> words)
    {
        foreach (var word in words)
        {
            if (
                text.Length > word.Length + 1
                && text[0] == '"'
                && text[word.Length + 1] == '"'
                && Ascii.Equals(text.Slice(1, word.Length), word)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string? Word(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() is { Length: > 0 and <= LongestWord } word
            ? SafeText.Of(word)
            : null;
}
