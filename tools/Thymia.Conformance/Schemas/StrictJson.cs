using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json.Linq;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// Reads JSON text to the letter of RFC 8259 into the token tree NJsonSchema works on: its own reader takes comments,
/// trailing commas and NaN. Numbers keep every digit.
/// </summary>
internal static class StrictJson
{
    /// <summary>Deeper text is refused: more than any description here demands.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>The tree; or null and a clause that says why the text is no JSON.</summary>
    public static JToken? TryRead(ReadOnlyMemory<byte> bytes, out string? problem)
    {
        problem = null;
        if (!Utf8.IsValid(bytes.Span))
        {
            problem = "bytes that are not UTF-8";
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes.Span, Options);
            reader.Read();
            var token = ReadValue(ref reader);
            return reader.Read() ? null : token;
        }
        catch (JsonException e)
        {
            problem = $"text that is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine})";
        }
        return null;
    }

    private static JToken ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader);
            case JsonTokenType.String:
                return new JValue(ReadText(ref reader));
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.True or JsonTokenType.False:
                return new JValue(reader.GetBoolean());
            default:
                return JValue.CreateNull();
        }
    }

    // The grammar allows half a surrogate pair as an escape; it stands for no character.
    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static JObject ReadObject(ref Utf8JsonReader reader)
    {
        var result = new JObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            reader.Read();
            result[name] = ReadValue(ref reader);
        }

        return result;
    }

    private static JArray ReadArray(ref Utf8JsonReader reader)
    {
        var result = new JArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(ReadValue(ref reader));
        }

        return result;
    }

    private static JValue ReadNumber(ref Utf8JsonReader reader) => reader.TryGetInt64(out var whole)
        ? new JValue(whole)
        : new ExactNumber(Encoding.ASCII.GetString(reader.ValueSpan));
}
