using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Judging;

/// <summary>Bytes read as JSON, if they are; every text in it can be used.</summary>
internal sealed class JsonText : IDisposable
{
    // As deep as the schema check reads.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = StrictJson.MaxDepth };

    private readonly JsonDocument? _document;

    private JsonText(JsonDocument? document)
    {
        _document = document;
    }

    /// <summary>Null where the bytes are no JSON.</summary>
    public JsonElement? Root => _document?.RootElement;

    public static JsonText Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new JsonText(null);
        }

        try
        {
            return new JsonText(JsonDocument.Parse(Usable(bytes), Options));
        }
        catch (JsonException)
        {
            return new JsonText(null);
        }
    }

    /// <summary>
    /// The same JSON, every text of which can be used: the parser lets bytes that are no UTF-8 and lone surrogates
    /// pass, and any use of such text would throw.
    /// </summary>
    public static ReadOnlyMemory<byte> Usable(ReadOnlyMemory<byte> bytes) =>
        LoneSurrogates.Replaced(
            Utf8.IsValid(bytes.Span) ? bytes : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span))
        );

    public void Dispose() => _document?.Dispose();
}
