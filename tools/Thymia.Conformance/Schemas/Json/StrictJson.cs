using System.Text.Json;
using System.Text.Unicode;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>Reads JSON text to the letter of RFC 8259. Numbers keep every digit.</summary>
internal static class StrictJson
{
    /// <summary>Deeper text is refused: more than any description here demands.</summary>
    public const int MaxDepth = DepthLimits.Payload;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The tree; or null and a noun phrase that says what stands there instead of JSON.</summary>
    public static JsonDocument? TryRead(ReadOnlyMemory<byte> bytes, out string? problem)
    {
        if (bytes.IsEmpty)
        {
            problem = "an empty body";
            return null;
        }

        if (bytes.Span.StartsWith(ByteOrderMark))
        {
            problem = "a byte order mark before the text, which a sender must not add (RFC 8259, 8.1)";
            return null;
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            problem = "bytes that are not UTF-8";
            return null;
        }

        try
        {
            problem = null;
            return JsonDocument.Parse(LoneSurrogates.Replaced(bytes), Options);
        }
        catch (JsonException e)
        {
            problem = IsTooDeep(bytes)
                ? $"JSON of more than {MaxDepth} levels, deeper than is read here"
                : $"text that is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine})";
            return null;
        }
    }

    // The reader's exception does not say which of the two it is.
    private static bool IsTooDeep(ReadOnlyMemory<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var depth = 0;
        try
        {
            while (json.Read())
            {
                depth = Math.Max(depth, json.CurrentDepth);
            }

            return depth >= MaxDepth;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
