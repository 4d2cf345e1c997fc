using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// What became of the references of a description in several files: rewritten, or taken out as faults.
/// </summary>
internal sealed class BundleChanges(JsonObject root, Origins origins)
{
    private const string Ref = "$ref";

    private readonly List<(JsonObject Holder, Fault Fault)> _faults = [];
    private readonly Dictionary<JsonNode, string> _written = new(ReferenceEqualityComparer.Instance);

    /// <summary>References that lead to no file, or to nothing in it; each was taken out, and what has come in its
    /// place since is no fault.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            var places = new Dictionary<JsonNode, string>(ReferenceEqualityComparer.Instance);
            foreach (var (part, pointer) in DocumentTree.Objects(root))
            {
                places[part] = pointer;
            }

            return
            [
                .. _faults
                    .Where(f => places.ContainsKey(f.Holder))
                    .Select(f => (f.Fault, Name: JsonPointer.Segments(f.Fault.Pointer)[^1], f.Holder))
                    .Where(f => !f.Holder.ContainsKey(f.Name) || f.Name != Ref)
                    .Select(f => f.Fault with { Pointer = JsonPointer.Append(places[f.Holder], f.Name) }),
            ];
        }
    }

    /// <summary>References that were rewritten: the pointer of each, and its text in its file.</summary>
    public IReadOnlyDictionary<string, string> Written =>
        _written.Count == 0
            ? new Dictionary<string, string>()
            : DocumentTree
                .Objects(root)
                .Where(o => o.Object[Ref] is { } value && _written.ContainsKey(value))
                .ToDictionary(o => JsonPointer.Append(o.Pointer, Ref), o => _written[o.Object[Ref]!]);

    /// <summary>Whether the text of a reference is one that <see cref="Rewrite"/> gave it.</summary>
    public bool IsWritten(JsonNode reference) => _written.ContainsKey(reference);

    /// <summary>Lets a reference lead elsewhere.</summary>
    /// <param name="reference">Its text in its file.</param>
    public void Rewrite(JsonObject holder, string place, string reference, string now)
    {
        var name = JsonPointer.Segments(place)[^1];
        var value = JsonValue.Create(now);
        if (holder[name] is { } old)
        {
            origins.Replace(old, value);
        }

        _written[value] = reference;
        holder[name] = value;
    }

    /// <summary>Takes out a reference that cannot be followed.</summary>
    public void TakeOut(JsonObject holder, string place, string problem, string hint, string? location = null)
    {
        holder.Remove(JsonPointer.Segments(place)[^1]);
        Blame(holder, new Fault(place, "reference-not-resolved", problem, hint) { Location = location });
    }

    /// <summary>Notes a fault of what stands in an object.</summary>
    public void Blame(JsonObject holder, Fault fault) => _faults.Add((holder, fault));
}
