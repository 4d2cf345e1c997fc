using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// The names that schemas give themselves by <c>$id</c> and <c>$anchor</c>, while files are put together: references in
/// a schema with an <c>$id</c> are relative to that.
/// </summary>
internal sealed class BundleIds
{
    // What the reader of schemas takes for the address of the document.
    private const string Document = "description:///";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly bool _areKnown;

    public BundleIds(JsonObject root)
    {
        // OpenAPI 3.0 knows no '$id'.
        _areKnown = root["openapi"] is JsonValue v && !v.ToString().StartsWith("3.0", StringComparison.Ordinal);
        if (_areKnown)
        {
            _names.UnionWith(
                DocumentTree.Objects(root).Select(o => Absolute(Document, IdOf(o.Object))).OfType<string>()
            );
        }
    }

    /// <summary>Whether the reader of schemas knows where a reference leads.</summary>
    public bool AreLeft(JsonObject root, string at, string schema, string reference)
    {
        if (!_areKnown)
        {
            return false;
        }

        var around = Around(root, at, schema);
        return reference.StartsWith('#')
            ? around is not null
            : Absolute(Absolute(Document, around) ?? Document, reference.Split('#')[0]) is { } uri
                && _names.Contains(uri);
    }

    /// <summary>The <c>$id</c> that governs a place of a schema; null where none does.</summary>
    public string? Around(JsonObject root, string at, string? schema)
    {
        if (!_areKnown || schema is null)
        {
            return null;
        }

        for (var pointer = at; pointer.Length >= schema.Length; pointer = JsonPointer.Parent(pointer))
        {
            if (IdOf(TreeNodes.Find(root, pointer)) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>
    /// What a reference leads to by the <c>$id</c> around it, where the file at its place says to be another thing.
    /// </summary>
    public string? Contradicts(JsonObject root, string at, string? schema, string reference, SourceFile file)
    {
        if (
            Around(root, at, schema) is not { } id
            || (Absolute("", id) is null && !id.Contains('/', StringComparison.Ordinal))
        )
        {
            return null;
        }

        var meant = Absolute(Absolute(Document, id)!, reference.Split('#')[0]);
        return meant == Absolute(Document, IdOf(file.Text.Json)) ? null : meant ?? reference;
    }

    /// <summary>The outermost schema with an <c>$id</c> around a place of a file; the place itself where there is
    /// none.</summary>
    public static string Outermost(SourceFile file, string pointer)
    {
        var outermost = pointer;
        for (var at = pointer; at.Length > 0; )
        {
            at = JsonPointer.Parent(at);
            if (IdOf(file.Find(at)) is not null)
            {
                outermost = at;
            }
        }

        return outermost;
    }

    /// <summary>The schema of a file that an anchor names; null where none does.</summary>
    public static string? Anchor(SourceFile file, string name) =>
        DocumentTree
            .Objects(file.Text.Json, "")
            .Where(o => Says(o.Object, "$anchor", name) || Says(o.Object, "$dynamicAnchor", name))
            .Select(o => o.Pointer)
            .FirstOrDefault();

    /// <summary>The reference to a place of the document, where an <c>$id</c> is around it and where not.</summary>
    public static string Reference(bool hasId, string pointer) =>
        (hasId ? Document : "") + "#" + pointer.Replace("%", "%25", StringComparison.Ordinal);

    private static bool Says(JsonObject schema, string keyword, string name) =>
        schema[keyword] is JsonValue value && value.TryGetValue<string>(out var text) && text == name;

    private static string? IdOf(JsonNode? node) =>
        (node as JsonObject)?["$id"] is JsonValue value && value.TryGetValue<string>(out var id)
            ? id.Split('#')[0]
            : null;

    private static string? Absolute(string around, string? address) =>
        address is null ? null
        : around.Length == 0
            ? Uri.TryCreate(address, UriKind.Absolute, out var whole) ? whole.AbsoluteUri
                : null
        : Uri.TryCreate(new Uri(around), address, out var uri) ? uri.AbsoluteUri
        : null;
}
