using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>A pact file as a tree, read and written as Pact's core does.</summary>
internal static class PactText
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = PactContent.Deepest };
    private static readonly JsonSerializerOptions Writing = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = PactContent.Deepest,
    };

    private static readonly JsonSerializerOptions Narrow = new(Writing) { WriteIndented = false };

    public static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllBytes(file), null, Reading)!;

    /// <summary>A reader sees the old file or the new one, whole.</summary>
    public static void Write(string file, JsonNode pact)
    {
        var aside = file + ".partial";
        File.WriteAllText(aside, pact.ToJsonString(Writing).ReplaceLineEndings("\n"));
        File.Move(aside, file, overwrite: true);
    }

    /// <summary>Without layout.</summary>
    public static byte[] Compact(JsonNode pact) => JsonSerializer.SerializeToUtf8Bytes(pact, Narrow);
}
