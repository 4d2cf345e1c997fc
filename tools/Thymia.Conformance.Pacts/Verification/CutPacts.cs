using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// Pacts cut to what Pact's verifier can be given at once: without interactions that must not be sent, those that want
/// the key apart from those that must not get it, and few enough in a file. Parts are copies, gone with this object.
/// </summary>
internal sealed class CutPacts : IDisposable
{
    private const string Reason = "not tried, since it carries a phone number that the provider might dial";

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private DirectoryInfo? _copies;

    /// <param name="spares">Whether interactions with a phone number are left out.</param>
    public CutPacts(IEnumerable<PactContent> contents, bool spares)
    {
        Tried = [.. contents.SelectMany(c => Cut(c, spares))];
    }

    /// <summary>What the verifier is given, each with something in it.</summary>
    public IReadOnlyList<PactContent> Tried { get; }

    public List<VerifiedInteraction> Skipped { get; } = [];

    /// <summary>The file that a user knows.</summary>
    public string Origin(PactContent content) => _origins.GetValueOrDefault(content.File, content.File);

    public void Dispose() => _copies?.Delete(recursive: true);

    private List<PactContent> Cut(PactContent content, bool spares)
    {
        var ringing = content.Interactions.ToLookup(i => spares && PhoneNumbers.AreIn(i));
        Skipped.AddRange(ringing[true].Select(i => VerifierJson.Blank(
            content, Text(i, "key"), Text(i, "description") ?? "") with { Skipped = Reason }));
        var parts = ringing[false]
            .GroupBy(i => content.Key == PactKey.Absent || IsAboutTheKey(i) ? PactKey.Absent : PactKey.Sent)
            .SelectMany(g => g.Chunk(PactRecorder.MostInOneFile).Select(part => (Key: g.Key, Part: part)))
            .ToList();
        return parts is [var whole] && whole.Part.Length == content.Interactions.Count
            ? [content with { Key = whole.Key }]
            : parts.ConvertAll(p => Copy(content, p.Key, p.Part));
    }

    /// <summary>What expects to be refused says itself which key it sends, or that it sends none.</summary>
    private static bool IsAboutTheKey(JsonElement interaction) =>
        interaction.TryGetProperty("response", out var response) && response.ValueKind == JsonValueKind.Object
        && response.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number
        && status.TryGetInt32(out var number) && number is 401 or 403;

    private PactContent Copy(PactContent content, PactKey key, JsonElement[] part)
    {
        _copies ??= Directory.CreateTempSubdirectory("thymia-pacts-");
        var copy = Path.Combine(_copies.FullName, $"{_origins.Count}.json");
        var pact = PactText.Read(content.File);
        pact["interactions"] = new JsonArray([.. part.Select(i => JsonNode.Parse(i.GetRawText()))]);
        File.WriteAllBytes(copy, PactText.Compact(pact));
        _origins[copy] = content.File;
        return content with { File = copy, Interactions = part, Key = key };
    }

    private static string? Text(JsonElement interaction, string name) =>
        interaction.TryGetProperty(name, out var value) ? value.ToString() : null;
}
