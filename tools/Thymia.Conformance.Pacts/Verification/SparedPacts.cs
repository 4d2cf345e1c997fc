using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// Pacts without what must not be sent. Where phone numbers are spared, the verifier gets a copy of the file without the
/// interactions that carry one; the copies are gone with this object.
/// </summary>
internal sealed class SparedPacts : IDisposable
{
    private const string Reason = "not tried, since it carries a phone number that the provider might dial";

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = PactContent.Deepest };

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private DirectoryInfo? _copies;

    public SparedPacts(IEnumerable<PactContent> contents, bool spares)
    {
        Tried = [.. contents.Select(c => spares ? Spare(c) : c).Where(c => c.Interactions.Count > 0)];
    }

    /// <summary>What the verifier is given, each with something in it.</summary>
    public IReadOnlyList<PactContent> Tried { get; }

    public List<VerifiedInteraction> Skipped { get; } = [];

    /// <summary>The file that a user knows.</summary>
    public string Origin(PactContent content) => _origins.GetValueOrDefault(content.File, content.File);

    public void Dispose() => _copies?.Delete(recursive: true);

    private PactContent Spare(PactContent content)
    {
        var ringing = content.Interactions.Where(PhoneNumbers.AreIn).ToList();
        if (ringing.Count == 0)
        {
            return content;
        }

        Skipped.AddRange(ringing.Select(i => VerifierJson.Blank(
            content,
            i.TryGetProperty("key", out var key) ? key.ToString() : null,
            i.TryGetProperty("description", out var description) ? description.ToString() : "") with { Skipped = Reason }));
        _copies ??= Directory.CreateTempSubdirectory("thymia-pacts-");
        var copy = Path.Combine(_copies.FullName, $"{_origins.Count}.json");
        var quiet = content.Interactions.Where(i => !PhoneNumbers.AreIn(i)).ToList();
        File.WriteAllBytes(copy, Without(content.File, quiet));
        _origins[copy] = content.File;
        return content with { File = copy, Interactions = quiet };
    }

    private static byte[] Without(string file, IEnumerable<JsonElement> quiet)
    {
        var pact = JsonNode.Parse(File.ReadAllBytes(file), null, new JsonDocumentOptions { MaxDepth = PactContent.Deepest })!;
        pact["interactions"] = new JsonArray([.. quiet.Select(i => JsonNode.Parse(i.GetRawText()))]);
        return JsonSerializer.SerializeToUtf8Bytes(pact, Deep);
    }
}
