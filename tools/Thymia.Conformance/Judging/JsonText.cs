using System.Text.Json;
using Thymia.Conformance.Schemas;

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
            return new JsonText(JsonDocument.Parse(LoneSurrogates.Replaced(bytes), Options));
        }
        catch (JsonException)
        {
            return new JsonText(null);
        }
    }

    public void Dispose() => _document?.Dispose();
}
