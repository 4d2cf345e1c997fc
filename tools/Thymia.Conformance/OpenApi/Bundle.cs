using System.Text.Json.Nodes;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Makes one document of a description in several files: what a reference leads to in another file becomes a component,
/// or stands where the reference stood. <see cref="Origins"/> remembers the file of each value.
/// </summary>
internal sealed class Bundle
{
    private const int MaxValues = 2_000_000;
    private const string Ref = "$ref";

    private readonly JsonObject _root;
    private readonly SourceFile _file;
    private readonly SideFiles _sides;
    private readonly Origins _origins;
    private readonly BundleIds _ids;
    private readonly BundleComponents _components;
    private readonly Queue<string> _parts = new();
    private readonly HashSet<(string At, string File, string Pointer)> _inlined = [];
    private readonly List<(JsonObject Holder, Fault Fault)> _faults = [];
    private readonly Dictionary<JsonNode, string> _written = new(ReferenceEqualityComparer.Instance);

    public Bundle(JsonObject root, SourceFile file, SideFiles sides, Origins origins)
    {
        (_root, _file, _sides, _origins) = (root, file, sides, origins);
        _ids = new BundleIds(root);
        _components = new BundleComponents(root, origins);
    }

    /// <summary>References that lead to no file, or to nothing in it; each was taken out, and what has come in its
    /// place since is no fault.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            var places = new Dictionary<JsonNode, string>(ReferenceEqualityComparer.Instance);
            foreach (var (part, pointer) in DocumentTree.Objects(_root))
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
                .Objects(_root)
                .Where(o => o.Object[Ref] is { } value && _written.ContainsKey(value))
                .ToDictionary(o => JsonPointer.Append(o.Pointer, Ref), o => _written[o.Object[Ref]!]);

    /// <summary>Whether anything in the document leads to another file.</summary>
    public static bool IsNeeded(JsonObject root) =>
        (root["components"] is null || root["components"] is JsonObject all && all.All(k => k.Value is JsonObject))
        && DocumentTree.Objects(root).Any(o => Text(o.Object, Ref) is { } reference && !reference.StartsWith('#'));

    /// <summary>Puts the files together, in the tree of the first; again where more references have come.</summary>
    public void Assemble()
    {
        _parts.Enqueue("");
        while (_parts.TryDequeue(out var part))
        {
            Walk(part);
        }
    }

    private void Walk(string part)
    {
        var node = part.Length == 0 ? _root : TreeNodes.Find(_root, part);
        var whole = JsonPointer.Segments(part) is ["components", BundleKinds.Schemas, _];
        var objects = part.Length == 0 ? DocumentTree.Objects(node) : DocumentTree.Objects(node, part);
        var schemas = part.Length == 0 ? DocumentTree.Schemas(node) : DocumentTree.Schemas(node, part);
        var roots = schemas.Select(s => s.Pointer).Append(whole ? part : "-").ToHashSet(StringComparer.Ordinal);

        // A component that is stated elsewhere keeps its name, whoever else leads there.
        foreach (var (holder, at) in objects.ToList().OrderBy(o => BundleKinds.IsComponent(o.Pointer) ? 0 : 1))
        {
            if (!BundleKinds.IsUntested(at))
            {
                Settle(holder, at, TreeNodes.Around(at, roots));
            }
        }
    }

    private void Settle(JsonObject holder, string at, string? schema)
    {
        var from = FileOf(holder);
        if (schema is not null)
        {
            SettleMapping(holder, at, from);
            SettleAnchors(holder, at, from, schema);
        }

        if (
            Text(holder, Ref) is { } reference
            && !_written.ContainsKey(holder[Ref]!)
            && (from = FileOf(holder[Ref]!)) is not null
            && !(from == _file && reference.StartsWith('#'))
            && !(schema is not null && _ids.AreLeft(_root, at, schema, reference))
        )
        {
            Settle(holder, at, schema, from, reference);
        }
    }

    private void Settle(JsonObject holder, string at, string? schema, SourceFile from, string reference)
    {
        var place = JsonPointer.Append(at, Ref);
        var kind = schema is not null ? BundleKinds.Schemas : BundleKinds.Of(JsonPointer.Segments(at));
        if (kind is null)
        {
            TakeOut(
                holder,
                place,
                $"the reference '{reference}' stands where OpenAPI has none",
                "write out what it leads to"
            );
        }
        else if (Target(from, reference, holder, place) is var (file, pointer))
        {
            if (_ids.Contradicts(_root, at, schema, reference, file) is { } name)
            {
                TakeOut(
                    holder,
                    place,
                    $"the reference '{reference}' leads to {name} by the '$id' around it, and {file.Name} has another",
                    "let the '$id' of the files agree with their places"
                );
            }
            else if (file == _file)
            {
                Rewrite(holder, place, reference, "#" + pointer.Replace("%", "%25", StringComparison.Ordinal));
            }
            else if (kind == BundleKinds.PathItems || IsFree(holder, at, kind, file, pointer))
            {
                Inline(holder, at, kind, file, pointer);
            }
            else
            {
                var there = _components.Place(file, pointer, kind, Enqueue);
                Rewrite(
                    holder,
                    place,
                    reference,
                    BundleIds.Reference(_ids.Around(_root, at, schema) is not null, there)
                );
            }
        }
    }

    // A component that only leads elsewhere, to what has no name yet.
    private bool IsFree(JsonObject holder, string at, string kind, SourceFile file, string pointer) =>
        BundleKinds.IsComponent(at)
        && (kind != BundleKinds.Schemas || holder.Count == 1)
        && !_components.Has(file, pointer, kind);

    private void Inline(JsonObject holder, string at, string kind, SourceFile file, string pointer)
    {
        var place = JsonPointer.Append(at, Ref);
        if (!_inlined.Add((at, file.Key, pointer)))
        {
            TakeOut(
                holder,
                place,
                $"the reference '{Text(holder, Ref)}' leads in a circle",
                "let one of the references state something"
            );
            return;
        }

        var clone = file.Find(pointer)!.DeepClone();
        _origins.Note(clone, file, pointer);
        if (kind == BundleKinds.PathItems && clone is JsonObject item)
        {
            KeepSiblings(holder, at, item);
        }
        else
        {
            _components.Name(file, pointer, kind, at);
        }

        ((JsonObject)holder.Parent!)[JsonPointer.Segments(at)[^1]] = clone;
        Enqueue(at);
    }

    // What stands beside the reference of a path adds to it; OpenAPI leaves open what counts where both say something.
    private void KeepSiblings(JsonObject holder, string at, JsonObject item)
    {
        var (file, own) = _origins.Of(holder) ?? (_file, at);
        foreach (var (name, value) in holder.Where(p => p.Key != Ref).ToList())
        {
            if (item.ContainsKey(name))
            {
                _faults.Add(
                    (
                        item,
                        new Fault(
                            JsonPointer.Append(at, name),
                            "description-not-openapi",
                            $"the path states '{name}' beside a reference that leads to another '{name}'",
                            "take one of the two out"
                        )
                        {
                            Location = $"{file.Name}:{file.Text.LineOf(JsonPointer.Append(own, name))}",
                        }
                    )
                );
            }
            else
            {
                holder.Remove(name);
                item[name] = value;
            }
        }
    }

    // The names that values of a discriminator stand for may lead to other files, too.
    private void SettleMapping(JsonObject holder, string at, SourceFile from)
    {
        if ((holder["discriminator"] as JsonObject)?["mapping"] is not JsonObject mapping)
        {
            return;
        }

        var around = JsonPointer.Append(JsonPointer.Append(at, "discriminator"), "mapping");
        foreach (var name in mapping.Select(p => p.Key).ToList())
        {
            var place = JsonPointer.Append(around, name);
            if (
                Text(mapping, name) is { } reference
                && !_written.ContainsKey(mapping[name]!)
                && _components.IsReference(reference, from == _file)
                && Target(from, reference, mapping, place) is var (file, pointer)
            )
            {
                var there = file == _file ? pointer : _components.Place(file, pointer, BundleKinds.Schemas, Enqueue);
                Rewrite(mapping, place, reference, BundleIds.Reference(false, there));
            }
        }
    }

    // An anchor is a name within its file; in one document two of them could be the same.
    private void SettleAnchors(JsonObject holder, string at, SourceFile from, string schema)
    {
        if (from == _file || _ids.Around(_root, at, schema) is not null)
        {
            return;
        }

        holder.Remove("$anchor");
        if (Text(holder, "$dynamicRef") is { } reference)
        {
            TakeOut(
                holder,
                JsonPointer.Append(at, "$dynamicRef"),
                $"the '$dynamicRef' '{reference}' stands in a file without '$id'",
                "give the schema around it an '$id'"
            );
        }
    }

    private (SourceFile File, string Pointer)? Target(
        SourceFile from,
        string reference,
        JsonObject holder,
        string place
    )
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? reference : reference[..hash];
        if (_sides.Find(from, address, out var fault) is not { } file)
        {
            TakeOut(
                holder,
                place,
                fault!.Location is null ? $"the reference '{reference}' {fault.Problem}" : fault.Problem,
                fault.Hint,
                fault.Location
            );
            return null;
        }

        var fragment = hash < 0 ? "" : reference[hash..];
        var pointer =
            fragment.Length < 2 ? ""
            : fragment[1] == '/' ? JsonPointer.OfReference(fragment)
            : BundleIds.Anchor(file, Uri.UnescapeDataString(fragment[1..]));
        if (pointer is not null && (file == _file || file.Find(pointer) is not null))
        {
            return (file, pointer);
        }

        TakeOut(
            holder,
            place,
            $"the reference '{reference}' leads nowhere",
            $"define it in {file.Name} or correct its spelling"
        );
        return null;
    }

    private void Rewrite(JsonObject holder, string place, string reference, string now)
    {
        var name = JsonPointer.Segments(place)[^1];
        var value = JsonValue.Create(now);
        if (holder[name] is { } old)
        {
            _origins.Replace(old, value);
        }

        _written[value] = reference;
        holder[name] = value;
    }

    private void TakeOut(JsonObject holder, string place, string problem, string hint, string? location = null)
    {
        holder.Remove(JsonPointer.Segments(place)[^1]);
        _faults.Add((holder, new Fault(place, "reference-not-resolved", problem, hint) { Location = location }));
    }

    private void Enqueue(string part)
    {
        if (_origins.Count > MaxValues)
        {
            throw new UnusableInputException(
                "description-too-large",
                $"its files hold more than {MaxValues:N0} values",
                _file.Name,
                "divide the description"
            );
        }

        _parts.Enqueue(part);
    }

    // What an overlay adds is read as if it stood in the description itself.
    private SourceFile FileOf(JsonNode node) => _origins.Of(node) is { File: { IsOverlay: false } file } ? file : _file;

    private static string? Text(JsonObject holder, string name) =>
        holder[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
