using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Sequences.Relations;

/// <summary>
/// Where an answer's body holds the id that a path parameter wants: at its top, or in what wraps the thing.
/// </summary>
internal static class IdPlaces
{
    /// <summary>The place that the schema of the body shows; null where it shows none.</summary>
    public static string? In(SchemaNode body, string parameter, string item) =>
        Find(
            parameter,
            item,
            [.. Scalars(body)],
            body.Properties.Where(p => p.Value.Properties.Count > 0).Select(p => (p.Key, Scalars(p.Value)))
        );

    /// <summary>The place in the body as it is; null where there is none.</summary>
    public static string? In(JsonElement body, string parameter, string item) =>
        body.ValueKind != JsonValueKind.Object
            ? null
            : Find(
                parameter,
                item,
                [.. Scalars(body)],
                body.EnumerateObject()
                    .Where(m => m.Value.ValueKind == JsonValueKind.Object)
                    .Select(m => (m.Name, Scalars(m.Value)))
            );

    /// <summary>The id there as text; null where there is none.</summary>
    public static string? Read(JsonElement body, string pointer) =>
        JsonPointer.Find(body, pointer) is { } value && IsId(value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : value.GetRawText()
            : null;

    private static string? Find(
        string parameter,
        string item,
        List<string> top,
        IEnumerable<(string Name, IEnumerable<string> Names)> objects
    )
    {
        var wanted = IdNames.For(parameter, item);
        if (First(wanted, top) is { } found)
        {
            return JsonPointer.Append("", found);
        }

        return objects
            .Where(o => IdNames.IsWrapper(o.Name, item))
            .Select(o => (o.Name, Id: First(wanted, [.. o.Names])))
            .Where(o => o.Id is not null)
            .Select(o => JsonPointer.Append(JsonPointer.Append("", o.Name), o.Id!))
            .FirstOrDefault();
    }

    private static string? First(IReadOnlyList<string> wanted, List<string> names) =>
        wanted.Select(w => names.Find(n => IdNames.AreAlike(n, w))).FirstOrDefault(n => n is not null);

    private static IEnumerable<string> Scalars(SchemaNode node) =>
        node.Properties.Where(p => p.Value.Properties.Count == 0 && p.Value.Items is null).Select(p => p.Key);

    private static IEnumerable<string> Scalars(JsonElement value) =>
        value.EnumerateObject().Where(m => IsId(m.Value)).Select(m => m.Name);

    private static bool IsId(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.GetRawText() is not "\"\"";
}
