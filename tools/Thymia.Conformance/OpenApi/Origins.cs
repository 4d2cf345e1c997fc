using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>Remembers of each value of a tree which file it was written in, while the tree is put together.</summary>
internal sealed class Origins
{
    private readonly Dictionary<JsonNode, (SourceFile File, string Pointer)> _byNode = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>How many values are known.</summary>
    public int Count => _byNode.Count;

    /// <summary>Notes a value, and all in it, as it stands in a file.</summary>
    public void Note(JsonNode? node, SourceFile file, string pointer)
    {
        if (node is null)
        {
            return;
        }

        _byNode[node] = (file, pointer);
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                Note(value, file, JsonPointer.Append(pointer, name));
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Note(list[i], file, $"{pointer}/{i}");
            }
        }
    }

    /// <summary>Notes a value that stands in the place of another.</summary>
    public void Replace(JsonNode old, JsonNode now)
    {
        if (_byNode.TryGetValue(old, out var place))
        {
            _byNode[now] = place;
        }
    }

    public (SourceFile File, string Pointer)? Of(JsonNode node) => _byNode.TryGetValue(node, out var at) ? at : null;

    /// <summary>Where the values of the tree are written.</summary>
    public PlaceMap Map(JsonObject root, SourceFile file)
    {
        var moved = new Dictionary<string, (SourceFile, string)>(StringComparer.Ordinal);
        Collect(root, "", (file, ""), moved);
        return new PlaceMap(file) { Moved = moved };
    }

    private void Collect(
        JsonNode? node,
        string pointer,
        (SourceFile File, string Pointer) expected,
        Dictionary<string, (SourceFile, string)> moved
    )
    {
        if (node is null)
        {
            return;
        }

        var at = Of(node) ?? expected;
        if (at.File != expected.File || at.Pointer != expected.Pointer)
        {
            moved[pointer] = at;
        }

        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                Collect(
                    value,
                    JsonPointer.Append(pointer, name),
                    (at.File, JsonPointer.Append(at.Pointer, name)),
                    moved
                );
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Collect(list[i], $"{pointer}/{i}", (at.File, $"{at.Pointer}/{i}"), moved);
            }
        }
    }
}
