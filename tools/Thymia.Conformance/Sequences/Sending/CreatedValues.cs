using System.Text.Json;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>The ids of what a request has created, as its answer gives them.</summary>
internal static class CreatedValues
{
    private const string Location = "Location";

    /// <summary>The values of the thing's path, in order; null where the answer does not show them.</summary>
    public static IReadOnlyList<string>? Read(Relation relation, Exchange exchange)
    {
        var answer = exchange.Answer!;
        if (relation.Header is { } header)
        {
            return answer.Header(header) is { Length: > 0 } text ? With(relation, exchange, LastSegment(text)) : null;
        }

        using var body = JsonText.Parse(answer.Body);
        var pointer =
            body.Root is not { } root ? null
            : relation.At is { } at && IdPlaces.Read(root, at) is not null ? at
            : relation.Kind == RelationKind.Stated && relation.At is not null ? null
            : IdPlaces.In(root, relation.Parameter, relation.Item);
        return pointer is not null && IdPlaces.Read(body.Root!.Value, pointer) is { } id
            ? With(relation, exchange, id)
            : OfLocation(relation, answer);
    }

    /// <summary>
    /// The values that the answer's <c>Location</c> shows; null where it has none, or leads elsewhere.
    /// </summary>
    public static IReadOnlyList<string>? OfLocation(Relation relation, Answer answer) =>
        answer.Header(Location) is { } location ? ItemPath.ValuesIn(PathOf(location), relation.Item) : null;

    // What stands before the id in the path is what stood in the path of the request.
    private static IReadOnlyList<string>? With(Relation relation, Exchange exchange, string id)
    {
        var outer = relation.Item.Count(c => c == '{') - 1;
        var request = exchange.Request;
        var values =
            outer == 0
                ? []
                : ItemPath.ValuesIn(request.Target.Split('?')[0], ItemPath.CollectionOf(relation.Item))
                    ?? [.. request.PathValues.Select(v => v.Value)];
        return values.Count < outer ? null : [.. values.Take(outer), id];
    }

    private static string PathOf(string location)
    {
        var path = location.Split('?', '#')[0];
        return Uri.TryCreate(path, UriKind.Absolute, out var absolute) ? absolute.AbsolutePath : path;
    }

    private static string LastSegment(string text) =>
        text.Contains('/', StringComparison.Ordinal)
            ? Uri.UnescapeDataString(PathOf(text).TrimEnd('/').Split('/')[^1])
            : text;
}
