using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.OpenApi;

/// <summary>Parts of other files as components of the document, each once for its kind.</summary>
internal sealed partial class BundleComponents(JsonObject root, Origins origins)
{
    private readonly Dictionary<(string File, string Pointer, string Kind), string> _placed = [];

    public bool Has(SourceFile file, string pointer, string kind) => _placed.ContainsKey((file.Key, pointer, kind));

    /// <summary>Notes that a part stands at a component of the document already.</summary>
    public void Name(SourceFile file, string pointer, string kind, string at) =>
        _placed.TryAdd((file.Key, pointer, kind), at);

    /// <summary>Where a part stands in the document.</summary>
    /// <param name="added">Takes the pointer of each new component.</param>
    public string Place(SourceFile file, string pointer, string kind, Action<string> added)
    {
        var whole = kind == BundleKinds.Schemas ? BundleIds.Outermost(file, pointer) : pointer;
        if (!_placed.TryGetValue((file.Key, whole, kind), out var at))
        {
            var holder = Holder(Holder(root, "components"), kind);
            var name = Free(holder, NameOf(file, whole));
            var clone = file.Find(whole)!.DeepClone();
            origins.Note(clone, file, whole);
            holder[name] = clone;
            at = $"/components/{kind}/{name}";
            _placed[(file.Key, whole, kind)] = at;
            added(at);
        }

        return at + pointer[whole.Length..];
    }

    /// <summary>Whether a value of a discriminator's mapping is a reference rather than a name.</summary>
    /// <param name="inRoot">Whether it stands in the description itself.</param>
    public bool IsReference(string value, bool inRoot) =>
        value.StartsWith('#')
            ? !inRoot
            : (value.Contains('/', StringComparison.Ordinal) || FileName().IsMatch(value))
                && TreeNodes.Find(root, $"/components/schemas/{JsonPointer.Escape(value)}") is null;

    private static JsonObject Holder(JsonObject around, string name)
    {
        if (around[name] is not JsonObject holder)
        {
            holder = [];
            around[name] = holder;
        }

        return holder;
    }

    private static string NameOf(SourceFile file, string pointer)
    {
        var stated =
            pointer.Length > 0
                ? JsonPointer.Segments(pointer)[^1]
                : Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(file.Relative!.Split('?')[0]));
        var name = OtherSigns().Replace(stated, "_");
        return name.Length == 0 ? "_" : name;
    }

    private static string Free(JsonObject holder, string wanted)
    {
        var name = wanted;
        for (var i = 2; holder.ContainsKey(name); i++)
        {
            name = $"{wanted}_{i}";
        }

        return name;
    }

    [GeneratedRegex(@"[^a-zA-Z0-9._-]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OtherSigns();

    [GeneratedRegex(@"\.(json|ya?ml)(#.*)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
