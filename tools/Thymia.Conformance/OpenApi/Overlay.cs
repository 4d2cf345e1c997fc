using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// An OpenAPI Overlay 1.0: changes to a description that is somebody else's. Objects are merged into what a target
/// finds, and arrays within them joined; what is added keeps its place in the overlay's file.
/// </summary>
internal sealed partial class Overlay
{
    private static readonly string[] OfRoot = ["overlay", "info", "extends", "actions"];
    private static readonly string[] OfAction = ["target", "description", "update", "remove"];

    private readonly SourceFile _file;
    private readonly List<(NodeQuery Target, string Pointer, JsonObject Stated)> _actions = [];

    private Overlay(SourceFile file) => _file = file;

    /// <exception cref="UnusableInputException">The bytes are no overlay; the location names the line.</exception>
    public static Overlay Parse(byte[] bytes, string name)
    {
        var file = new SourceFile(name, name, DocumentText.Read(bytes, name)) { IsOverlay = true };
        var overlay = new Overlay(file);
        var root = file.Text.Json as JsonObject;
        if (root?["overlay"] is not JsonValue version || !Version10().IsMatch(version.ToString()))
        {
            throw overlay.Refused(
                root?["overlay"] is { } other ? $"it is of Overlay version '{other}'" : "it is no overlay",
                root?["overlay"] is null ? "" : "/overlay",
                "its first line should read 'overlay: 1.0.0'"
            );
        }

        overlay.DemandNames(root, "", OfRoot);
        if (root["actions"] is not JsonArray { Count: > 0 } actions)
        {
            throw overlay.Refused("it has no list of actions", "", "list what to change under 'actions'");
        }

        foreach (var (i, action) in actions.Index())
        {
            overlay.Add(action, $"/actions/{i}");
        }

        return overlay;
    }

    /// <summary>Changes the tree; a sentence for each action that finds nothing.</summary>
    /// <exception cref="UnusableInputException">An action cannot be done.</exception>
    public IReadOnlyList<string> Apply(JsonObject root, Origins origins)
    {
        var remarks = new List<string>();
        foreach (var (target, pointer, stated) in _actions)
        {
            var found = Find(target, pointer, root);
            if (found.Count == 0)
            {
                remarks.Add($"{At(pointer + "/target")}: the target '{stated["target"]}' finds nothing");
            }

            if (IsRemoval(stated))
            {
                Remove(found, pointer);
            }
            else
            {
                foreach (var node in found)
                {
                    Update(node.Value, stated["update"], pointer + "/update", origins);
                }
            }
        }

        return remarks;
    }

    private void Add(JsonNode? action, string pointer)
    {
        if (action is not JsonObject stated)
        {
            throw Refused("an action is no object", pointer, "write 'target' and 'update' or 'remove'");
        }

        DemandNames(stated, pointer, OfAction);
        if (stated["target"] is not JsonValue value || !value.TryGetValue<string>(out var target))
        {
            throw Refused("an action has no target", pointer, "say what it changes, such as target: $.paths['/a'].get");
        }

        if (
            stated["remove"] is { } remove
            && remove.GetValueKind()
                is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
        )
        {
            throw Refused("its 'remove' is neither true nor false", pointer + "/remove", "write true or false");
        }

        if (!stated.ContainsKey("update") && !IsRemoval(stated))
        {
            throw Refused("an action changes nothing", pointer, "give it an 'update' or 'remove: true'");
        }

        try
        {
            _actions.Add((NodeQuery.Parse(target), pointer, stated));
        }
        catch (FormatException e)
        {
            throw NoQuery(target, pointer, e);
        }
    }

    private IReadOnlyList<QueryNode> Find(NodeQuery target, string pointer, JsonObject root)
    {
        try
        {
            return target.Find(root);
        }
        catch (FormatException e)
        {
            throw NoQuery($"{_actions.First(a => a.Pointer == pointer).Stated["target"]}", pointer, e);
        }
    }

    private static bool IsRemoval(JsonObject stated) =>
        stated["remove"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    // The last of an array first, so that the others stay where they were found.
    private void Remove(IReadOnlyList<QueryNode> found, string pointer)
    {
        foreach (var node in found.DistinctBy(n => (n.Holder, n.Name, n.Index)).OrderByDescending(n => n.Index))
        {
            switch (node.Holder)
            {
                case JsonObject map:
                    map.Remove(node.Name);
                    break;
                case JsonArray list:
                    list.RemoveAt(node.Index);
                    break;
                default:
                    throw Refused("it removes the whole description", pointer, "name a part of it");
            }
        }
    }

    private void Update(JsonNode? node, JsonNode? update, string pointer, Origins origins)
    {
        var copy = update?.DeepClone();
        origins.Note(copy, _file, pointer);
        switch (node, copy)
        {
            case (JsonObject map, JsonObject changes):
                Merge(map, changes);
                break;
            case (JsonObject, _):
                throw Refused("it finds an object, and its update is none", pointer, "write an object there");
            case (JsonArray list, _):
                list.Add(copy);
                break;
            default:
                throw Refused(
                    "it finds what is neither an object nor an array",
                    pointer,
                    "update the object around it"
                );
        }
    }

    private static void Merge(JsonObject map, JsonObject changes)
    {
        foreach (var (name, change) in changes.ToList())
        {
            changes.Remove(name);
            if (map[name] is JsonObject below && change is JsonObject more)
            {
                Merge(below, more);
            }
            else if (map[name] is JsonArray list && change is JsonArray further)
            {
                foreach (var item in further.ToList())
                {
                    further.Remove(item);
                    list.Add(item);
                }
            }
            else
            {
                map[name] = change;
            }
        }
    }

    private void DemandNames(JsonObject stated, string pointer, string[] known)
    {
        if (
            stated
                .Select(p => p.Key)
                .FirstOrDefault(n => !known.Contains(n) && !n.StartsWith("x-", StringComparison.Ordinal)) is
            { } odd
        )
        {
            throw Refused(
                $"there is no '{SafeText.Of(odd)}' in an overlay",
                JsonPointer.Append(pointer, odd),
                Spelling.Nearest(odd, known) is { } near
                    ? $"perhaps '{near}' is meant"
                    : $"there is {string.Join(", ", known)}"
            );
        }
    }

    private UnusableInputException NoQuery(string target, string pointer, FormatException e) =>
        Refused(
            $"its target '{SafeText.Of(target)}' is no JSONPath that can be used: {SafeText.Of(e.Message)}",
            pointer + "/target",
            "compare it with RFC 9535"
        );

    private UnusableInputException Refused(string problem, string pointer, string hint) =>
        new("overlay-not-usable", problem, At(pointer), hint);

    private string At(string pointer) => $"{_file.Name}:{_file.Text.LineOf(pointer)}";

    [GeneratedRegex(@"\A1\.0(\.[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version10();
}
