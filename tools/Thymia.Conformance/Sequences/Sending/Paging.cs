using System.Globalization;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>
/// The pages of a collection, as most APIs have them: a link to the next one, a cursor, an offset, or a number.
/// </summary>
internal static class Paging
{
    private const int UsualSize = 100;
    private const int SmallSize = 3;

    private static readonly HashSet<string> Sizes = Names(
        "limit",
        "pagesize",
        "perpage",
        "size",
        "maxresults",
        "top",
        "take",
        "count",
        "first"
    );

    private static readonly HashSet<string> Numbers = Names("page", "pagenumber", "pageindex", "p");
    private static readonly HashSet<string> Offsets = Names("offset", "skip", "start", "startindex", "from");

    private static readonly HashSet<string> Cursors = Names(
        "cursor",
        "pagetoken",
        "after",
        "startingafter",
        "continuationtoken",
        "continuation",
        "marker",
        "next",
        "token"
    );

    private static readonly HashSet<string> NextCursors = Names(
        "nextcursor",
        "nextpagetoken",
        "next",
        "cursor",
        "continuationtoken",
        "endcursor",
        "nexttoken",
        "nextmarker"
    );

    private static readonly HashSet<string> NextLinks = Names(
        "next",
        "nextlink",
        "odatanextlink",
        "nexturl",
        "nextpage"
    );

    /// <summary>The request for the first page; null where it needs other values.</summary>
    /// <param name="isSmall">Whether it has few items, so that there are more pages,
    /// rather than as many as it may.</param>
    public static CaseRequest? First(CaseRequest request, Operation lister, SchemaLibrary library, bool isSmall)
    {
        var query = lister.Parameters.Where(p => p.In == "query").ToList();
        if (query.Exists(p => p.Required && !IsPaging(p)))
        {
            return null;
        }

        var path = request.Target.Split('?')[0];
        return query.Find(p => Sizes.Contains(Plain(p.Name))) is { SchemaPointer: { } pointer } size
            ? With(request with { Target = path }, size.Name, Size(library.At(pointer).Root, isSmall))
            : request with
            {
                Target = path,
            };
    }

    /// <summary>The request for the next page; null where there is none.</summary>
    public static CaseRequest? Next(
        CaseRequest request,
        Operation lister,
        Answer answer,
        JsonElement page,
        int items
    ) =>
        ByLink(request, answer, page)
        ?? ByCursor(request, lister, page)
        ?? (items == 0 ? null : ByOffset(request, lister, items) ?? ByNumber(request, lister, page));

    private static CaseRequest? ByLink(CaseRequest request, Answer answer, JsonElement page)
    {
        var header = answer
            .Header("Link")
            ?.Split(',')
            .FirstOrDefault(l =>
                l.Contains("rel=\"next\"", StringComparison.Ordinal) || l.Contains("rel=next", StringComparison.Ordinal)
            );
        var link = header is not null
            ? header.Split('<', '>').ElementAtOrDefault(1)
            : Members(page)
                .Where(m => NextLinks.Contains(Plain(m.Name)))
                .Select(m => UrlOf(m.Value))
                .FirstOrDefault(u => u is not null);
        if (link is null)
        {
            return null;
        }

        // The path stays the collection's own: only what says which page is taken from the link.
        var query = link.Split('?', 2).ElementAtOrDefault(1)?.Split('#')[0].Split('&').Where(p => !IsKey(request, p));
        var target = $"{request.Target.Split('?')[0]}?{string.Join('&', query ?? [])}";
        return query is null || target == request.Target ? null : request with { Target = target };
    }

    // The request has its own key, and needs none that a link repeats.
    private static bool IsKey(CaseRequest request, string pair) =>
        request.Credentials.Any(c => c.In == "query" && Uri.UnescapeDataString(pair.Split('=')[0]) == c.Header);

    private static CaseRequest? ByCursor(CaseRequest request, Operation lister, JsonElement page) =>
        Parameter(lister, Cursors) is { } name
        && Members(page)
            .Where(m => NextCursors.Contains(Plain(m.Name)) && m.Value.ValueKind == JsonValueKind.String)
            .Select(m => m.Value.GetString()!)
            .FirstOrDefault(c => c.Length > 0)
            is { } cursor
            ? With(request, name, cursor)
            : null;

    private static CaseRequest? ByOffset(CaseRequest request, Operation lister, int items) =>
        Parameter(lister, Offsets) is { } name ? With(request, name, Text(Number(request, name, 0) + items)) : null;

    private static CaseRequest? ByNumber(CaseRequest request, Operation lister, JsonElement page)
    {
        if (Parameter(lister, Numbers) is not { } name)
        {
            return null;
        }

        var shown = Members(page)
            .Where(m => Numbers.Contains(Plain(m.Name)) && m.Value.ValueKind == JsonValueKind.Number)
            .Select(m => m.Value.TryGetInt32(out var n) ? n : (int?)null)
            .FirstOrDefault();
        return With(request, name, Text((shown ?? Number(request, name, 1)) + 1));
    }

    private static IEnumerable<JsonProperty> Members(JsonElement page) =>
        page.ValueKind != JsonValueKind.Object
            ? []
            : page.EnumerateObject()
                .SelectMany(m =>
                    m.Value.ValueKind == JsonValueKind.Object ? m.Value.EnumerateObject().Prepend(m) : [m]
                );

    private static string? UrlOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String when value.GetString()!.Contains('?', StringComparison.Ordinal) => value.GetString(),
            JsonValueKind.Object when value.TryGetProperty("href", out var href) => UrlOf(href),
            _ => null,
        };

    private static bool IsPaging(Parameter parameter) =>
        Plain(parameter.Name) is var name
        && (Sizes.Contains(name) || Numbers.Contains(name) || Offsets.Contains(name) || Cursors.Contains(name));

    private static string? Parameter(Operation lister, HashSet<string> names) =>
        lister.Parameters.FirstOrDefault(p => p.In == "query" && names.Contains(Plain(p.Name)))?.Name;

    private static int Number(CaseRequest request, string name, int otherwise) =>
        (request.Target.Split('?', 2).ElementAtOrDefault(1) ?? "")
            .Split('&')
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2 && p[0] == Uri.EscapeDataString(name))
            .Select(p => int.TryParse(p[1], CultureInfo.InvariantCulture, out var n) ? n : otherwise)
            .FirstOrDefault(otherwise);

    private static CaseRequest With(CaseRequest request, string name, string value)
    {
        var parts = request.Target.Split('?', 2);
        var key = Uri.EscapeDataString(name) + "=";
        var others = (parts.ElementAtOrDefault(1) ?? "")
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith(key, StringComparison.Ordinal));
        return request with
        {
            Target = $"{parts[0]}?{string.Join('&', others.Append(key + Uri.EscapeDataString(value)))}",
        };
    }

    private static string Size(SchemaNode node, bool isSmall) =>
        Text(
            isSmall
                ? (int)Math.Min(Math.Max(SmallSize, node.Minimum ?? 1), node.Maximum ?? UsualSize)
                : (int)Math.Min(node.Maximum ?? UsualSize, 1_000)
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
