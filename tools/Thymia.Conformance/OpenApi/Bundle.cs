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
    private readonly Origins _origins;
    private readonly BundleIds _ids;
    private readonly BundleComponents _components;
    private readonly Queue<string> _parts = new();
    private readonly HashSet<(string At, string File, string Pointer)> _inlined = [];
    private readonly BundleChanges _changes;
    private readonly BundleTargets _targets;

    public Bundle(JsonObject root, SourceFile file, SideFiles sides, Origins origins)
    {
        (_root, _file, _origins) = (root, file, origins);
        _ids = new BundleIds(root);
        _components = new BundleComponents(root, origins);
        _changes = new BundleChanges(root, origins);
        _targets = new BundleTargets(file, sides, _changes);
    }

    /// <inheritdoc cref="BundleChanges.Faults"/>
    public IReadOnlyList<Fault> Faults => _changes.Faults;

    /// <inheritdoc cref="BundleChanges.Written"/>
    public IReadOnlyDictionary<string, string> Written => _changes.Written;

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
            && !_changes.IsWritten(holder[Ref]!)
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
            _changes.TakeOut(
                holder,
                place,
                $"the reference '{reference}' stands where OpenAPI has none",
                "write out what it leads to"
            );
        }
        else if (_targets.Find(from, reference, holder, place) is var (file, pointer))
        {
            if (_ids.Contradicts(_root, at, schema, reference, file) is { } name)
            {
                _changes.TakeOut(
                    holder,
                    place,
                    $"the reference '{reference}' leads to {name} by the '$id' around it, and {file.Name} has another",
                    "let the '$id' of the files agree with their places"
                );
            }
            else if (file == _file)
            {
                _changes.Rewrite(holder, place, reference, "#" + pointer.Replace("%", "%25", StringComparison.Ordinal));
            }
            else if (kind == BundleKinds.PathItems || IsFree(holder, at, kind, file, pointer))
            {
                Inline(holder, at, kind, file, pointer);
            }
            else
            {
                var there = _components.Place(file, pointer, kind, Enqueue);
                _changes.Rewrite(
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
            _changes.TakeOut(
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
                _changes.Blame(
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
                && !_changes.IsWritten(mapping[name]!)
                && _components.IsReference(reference, from == _file)
                && _targets.Find(from, reference, mapping, place) is var (file, pointer)
            )
            {
                var there = file == _file ? pointer : _components.Place(file, pointer, BundleKinds.Schemas, Enqueue);
                _changes.Rewrite(mapping, place, reference, BundleIds.Reference(false, there));
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
            _changes.TakeOut(
                holder,
                JsonPointer.Append(at, "$dynamicRef"),
                $"the '$dynamicRef' '{reference}' stands in a file without '$id'",
                "give the schema around it an '$id'"
            );
        }
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
