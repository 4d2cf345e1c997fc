using System.Text.Json;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// Finds escapes that make text which UTF-8 cannot carry: well-formed JSON that Python reads but cannot write.
/// </summary>
internal static class LoneSurrogates
{
    /// <param name="json">Well-formed JSON but for NaN and Infinity, which hold no text.</param>
    public static bool In(ReadOnlyMemory<byte> json)
    {
        var text = json.Span;
        if (text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }

        var numbers = NumberNormalisation.Python(json);
        var reader = new Utf8JsonReader(numbers.Readable.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (
                reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && JsonStrings.HasLoneSurrogate(JsonStrings.Decode(reader.ValueSpan))
            )
            {
                return true;
            }
        }

        return false;
    }
}
