using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Files;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>A pact file as a tree, read and written as Pact's core does.</summary>
internal static class PactText
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = PactContent.Deepest };

    /// <summary>As people read it: indented, with no more escapes than needed.</summary>
    public static readonly JsonSerializerOptions Writing = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = PactContent.Deepest,
    };

    /// <summary>The same on one line.</summary>
    public static readonly JsonSerializerOptions Narrow = new(Writing) { WriteIndented = false };

    public static JsonNode Read(string file) => JsonNode.Parse(Bytes(file).Span, null, Reading)!;

    /// <summary>Without a byte order mark, which a reader may pass over (RFC 8259, 8.1).</summary>
    public static ReadOnlyMemory<byte> Bytes(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
    }

    /// <summary>A copy as a tree.</summary>
    public static JsonNode? Node(JsonElement json) => JsonNode.Parse(json.GetRawText(), null, Reading);

    /// <summary>A reader sees the old file or the new one, whole.</summary>
    public static void Write(string file, JsonNode pact)
    {
        OutputPlace.DemandFile(file);
        var aside = file + ".partial";
        using (var stream = OutputPlace.Create(aside))
        {
            stream.Write(Encoding.UTF8.GetBytes(pact.ToJsonString(Writing).ReplaceLineEndings("\n")));
        }

        File.Move(aside, file, overwrite: true);
    }

    /// <summary>Without layout.</summary>
    public static byte[] Compact(JsonNode pact) => JsonSerializer.SerializeToUtf8Bytes(pact, Narrow);
}
