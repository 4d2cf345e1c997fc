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

    /// <summary>The tree; or null and a clause that says why the text is no JSON.</summary>
    public static JsonDocument? TryRead(ReadOnlyMemory<byte> bytes, out string? problem)
    {
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
            problem = $"text that is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine})";
            return null;
        }
    }
}
