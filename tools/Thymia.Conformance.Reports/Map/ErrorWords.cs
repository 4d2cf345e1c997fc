using System.Text.Json;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Reports.Map;

/// <summary>The words by which a validator calls what is wrong: the <c>type</c> of each error it lists.</summary>
internal static class ErrorWords
{
    private const int LongestWord = 80;

    public static IReadOnlyList<string> In(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty || body.Span.IndexOf("\"type\""u8) < 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
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

    private static string? Word(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String && type.GetString() is { Length: > 0 and <= LongestWord } word
            ? SafeText.Of(word)
            : null;
}
