using System.Text.Json;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>An answer of a broker: JSON whose <c>_links</c> say where to go on.</summary>
internal sealed record HalDocument(JsonElement Root)
{
    /// <summary>Where a relation leads; null where the broker does not offer it.</summary>
    /// <param name="values">Fill the names in braces.</param>
    public string? Link(string relation, params (string Name, string Value)[] values) =>
        Links(relation).Select(l => Expand(l.Href, values)).FirstOrDefault();

    /// <summary>All links of a relation: a broker gives one, or a list of them with names.</summary>
    public IReadOnlyList<(string? Name, string Href)> Links(string relation)
    {
        if (Member(Member(Root, "_links"), relation) is not { } found)
        {
            return [];
        }

        var links = found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().ToArray() : [found];
        return [.. links.Where(l => Text(l, "href") is not null).Select(l => (Text(l, "name"), Text(l, "href")!))];
    }

    /// <summary>The objects of a list, such as <c>notices</c>; none where there is no such list.</summary>
    public IReadOnlyList<HalDocument> Items(params string[] path)
    {
        var at = path.Aggregate((JsonElement?)Root, Member);
        return at is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(i => new HalDocument(i))]
            : [];
    }

    public string? Text(params string[] path) => Text(path[..^1].Aggregate((JsonElement?)Root, Member), path[^1]);

    /// <summary>Null where it is neither true nor false.</summary>
    public bool? Flag(params string[] path) =>
        path.Aggregate((JsonElement?)Root, Member)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static string Expand(string template, IEnumerable<(string Name, string Value)> values) =>
        values.Aggregate(template, (text, v) =>
            text.Replace($"{{{v.Name}}}", Uri.EscapeDataString(v.Value), StringComparison.Ordinal)
        );

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;
}
