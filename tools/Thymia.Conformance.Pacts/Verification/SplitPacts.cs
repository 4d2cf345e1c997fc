using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// Pacts taken apart: a copy for each interaction, so that whatever Pact's core sends or finds is known to be of it.
/// What must not be sent has none. The copies are gone with this object.
/// </summary>
internal sealed class SplitPacts : IDisposable
{
    private readonly DirectoryInfo _copies = Directory.CreateTempSubdirectory("thymia-pacts-");
    private readonly List<PlannedInteraction> _tried = [];
    private readonly List<VerifiedInteraction> _skipped = [];

    /// <param name="skips">Why an interaction is not tried, as a clause; null where it is.</param>
    /// <param name="sendsKey">Whether an interaction gets the configured key.</param>
    public SplitPacts(
        IEnumerable<PactContent> contents,
        Func<JsonElement, string?> skips,
        Func<PactContent, JsonElement, bool> sendsKey
    )
    {
        try
        {
            foreach (var content in contents)
            {
                Split(content, skips, sendsKey);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the verifier is given.</summary>
    public IReadOnlyList<PlannedInteraction> Tried => _tried;

    public IReadOnlyList<VerifiedInteraction> Skipped => _skipped;

    public void Dispose() => _copies.Delete(recursive: true);

    private void Split(
        PactContent content,
        Func<JsonElement, string?> skips,
        Func<PactContent, JsonElement, bool> sendsKey
    )
    {
        var whole = PactText.Read(content.File);
        foreach (var interaction in content.Interactions)
        {
            if (skips(interaction) is { } reason)
            {
                _skipped.Add(VerifierJson.Blank(content, interaction) with { Skipped = reason });
                continue;
            }

            whole["interactions"] = new JsonArray(PactText.Node(interaction));
            var file = Path.Combine(
                _copies.FullName,
                string.Create(CultureInfo.InvariantCulture, $"{_tried.Count}.json")
            );
            File.WriteAllBytes(file, PactText.Compact(whole));
            _tried.Add(new PlannedInteraction(content, interaction, file, sendsKey(content, interaction)));
        }
    }
}
