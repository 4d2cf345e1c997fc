using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>
/// Finds out which branch of a choice is which in another contract, wherever it stands there: one that says the same,
/// else one of the same name, title or discriminating value, else one of the same types.
/// </summary>
internal sealed class BranchPairs
{
    private const string Named = "/components/schemas/";
    private readonly JsonElement _oldDocument;
    private readonly JsonElement _newDocument;
    private readonly List<SchemaNode> _old;
    private readonly List<SchemaNode> _new;
    private readonly List<(SchemaNode Old, SchemaNode New)> _pairs = [];

    public BranchPairs(
        JsonElement oldDocument,
        JsonElement newDocument,
        IEnumerable<SchemaNode> old,
        IEnumerable<SchemaNode> @new
    )
    {
        (_oldDocument, _newDocument, _old, _new) = (oldDocument, newDocument, [.. old], [.. @new]);
        Pair((o, n) => NameOf(_oldDocument, o) is { } name && name == NameOf(_newDocument, n));
        Pair(
            (o, n) =>
                At(_oldDocument, o) is { } one && At(_newDocument, n) is { } other && JsonElement.DeepEquals(one, other)
        );
        Pair((o, n) => TitleOf(_oldDocument, o) is { } title && title == TitleOf(_newDocument, n));
        Pair((o, n) => Marks(o).Overlaps(Marks(n)));
        Pair((o, n) => o.Types == n.Types && Marks(o).Count == 0 && Marks(n).Count == 0);
        if (_old.Count == _new.Count)
        {
            Pair((_, _) => true);
        }
    }

    public IReadOnlyList<(SchemaNode Old, SchemaNode New)> Pairs => _pairs;

    /// <summary>Branches that only the older contract has, and what to call them.</summary>
    public IEnumerable<(SchemaNode Branch, string Name)> Gone => _old.Select(b => (b, Told(_oldDocument, b)));

    /// <summary>Branches that only the newer contract has, and what to call them.</summary>
    public IEnumerable<(SchemaNode Branch, string Name)> Come => _new.Select(b => (b, Told(_newDocument, b)));

    private void Pair(Func<SchemaNode, SchemaNode, bool> isSame)
    {
        foreach (var old in _old.ToList())
        {
            if (_new.Find(n => isSame(old, n)) is { } now)
            {
                _pairs.Add((old, now));
                _old.Remove(old);
                _new.Remove(now);
            }
        }
    }

    private static string Told(JsonElement document, SchemaNode branch) =>
        NameOf(document, branch)
        ?? TitleOf(document, branch)
        ?? Marks(branch).Order(StringComparer.Ordinal).FirstOrDefault()
        ?? KeywordChanges.Words(branch.Types);

    private static string? NameOf(JsonElement document, SchemaNode branch)
    {
        var pointer = TextOf(document, branch, "$ref") is { } reference
            ? JsonPointer.OfReference(reference)
            : branch.Pointer;
        return
            pointer is not null
            && pointer.StartsWith(Named, StringComparison.Ordinal)
            && JsonPointer.Segments(pointer) is [_, _, var name]
            ? name
            : null;
    }

    private static string? TitleOf(JsonElement document, SchemaNode branch) => TextOf(document, branch, "title");

    private static string? TextOf(JsonElement document, SchemaNode branch, string keyword) =>
        At(document, branch) is { ValueKind: JsonValueKind.Object } schema
        && schema.TryGetProperty(keyword, out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    /// <summary>
    /// Properties that may have one value alone, as those have by which a reader tells branches apart.
    /// </summary>
    private static HashSet<string> Marks(SchemaNode branch) =>
        [.. branch.Properties.Where(p => p.Value.Enum is [_]).Select(p => $"{p.Key} {p.Value.Enum![0].GetRawText()}")];

    private static JsonElement? At(JsonElement document, SchemaNode branch) =>
        JsonPointer.Find(document, branch.Pointer);
}
