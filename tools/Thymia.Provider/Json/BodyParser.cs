using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Thymia.Provider.Json;

/// <summary>Reads a request body; what it cannot read is a value, never an exception.</summary>
internal static class BodyParser
{
    /// <summary>
    /// Python's reader gives up at about this many levels, and on whole numbers of more digits than this.
    /// </summary>
    private const int PythonDepth = 1000;

    private const int PythonDigits = 4300;

    /// <param name="body">The bytes as received, of which none were lost.</param>
    /// <param name="python">Whether to read as Python's json module does, rather than RFC 8259.</param>
    /// <param name="options">Comments and trailing commas, which a Defect may let through.</param>
    public static ParsedBody Parse(ReadOnlyMemory<byte> body, bool python, JsonReaderOptions options)
    {
        if (body.IsEmpty)
        {
            return new ParsedBody.Missing();
        }

        var bytes = python ? PythonEncoding.ToUtf8(body) : body;
        if (!Utf8.IsValid(bytes.Span))
        {
            return new ParsedBody.Unreadable();
        }

        var numbers = python ? NumberNormalisation.Python(bytes) : NumberNormalisation.None(bytes);
        return Scan(numbers, python, options) ?? new ParsedBody.Value(new JsonText(bytes, numbers, options).Root());
    }

    /// <summary>Null when the text is one JSON value and nothing else.</summary>
    private static ParsedBody? Scan(NumberNormalisation numbers, bool python, JsonReaderOptions options)
    {
        var text = numbers.Readable.Span;
        var reader = new Utf8JsonReader(text, options);
        try
        {
            while (reader.Read())
            {
                if (python && IsBeyondPython(ref reader))
                {
                    return new ParsedBody.Unreadable();
                }

                if (python && reader.TokenType == JsonTokenType.Number && IsInfinite(reader.ValueSpan))
                {
                    numbers.Add(reader.TokenStartIndex, reader.ValueSpan.Length);
                }
            }

            return null;
        }
        catch (JsonException wrong)
        {
            return new ParsedBody.Malformed(PositionOf(text, wrong, (int)reader.BytesConsumed));
        }
    }

    private static bool IsBeyondPython(ref Utf8JsonReader reader) =>
        reader.CurrentDepth >= PythonDepth
        || (
            reader.TokenType == JsonTokenType.Number
            && reader.ValueSpan.Length > PythonDigits
            && reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0
        );

    /// <summary>A float too large for its kind is Infinity to Python.</summary>
    private static bool IsInfinite(ReadOnlySpan<byte> number) =>
        number.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0
        && Utf8Parser.TryParse(number, out double value, out _)
        && double.IsInfinity(value);

    /// <summary>The reader says line and byte; FastAPI says characters from the start.</summary>
    private static int PositionOf(ReadOnlySpan<byte> text, JsonException wrong, int otherwise)
    {
        var start = 0;
        for (var line = wrong.LineNumber ?? 0; line > 0; line--)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }

        var end = wrong.LineNumber is null ? otherwise : start + (int)(wrong.BytePositionInLine ?? 0);
        return Encoding.UTF32.GetByteCount(Encoding.UTF8.GetString(text[..Math.Min(end, text.Length)])) / 4;
    }
}
