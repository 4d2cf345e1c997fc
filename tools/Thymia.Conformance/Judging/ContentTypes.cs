using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging;

/// <summary>Matches an answer's content type with the documented ones.</summary>
internal static class ContentTypes
{
    public static bool IsDocumented(DocumentedResponse response, string contentType) =>
        KeyFor(response, contentType) is not null;

    /// <summary>
    /// The documented media type that is meant by that content type: of several that cover it the most specific one,
    /// parameters included (OpenAPI, Response Object, content). Null where none does.
    /// </summary>
    public static string? KeyFor(DocumentedResponse response, string contentType)
    {
        string? best = null;
        var most = 0;
        foreach (var range in response.Contents.Keys)
        {
            if (Specificity(range, contentType) is var specific && specific > most)
            {
                (best, most) = (range, specific);
            }
        }

        return best;
    }

    /// <summary>
    /// The schema for that content type; the one for JSON where another was sent, so that JSON in disguise is judged
    /// too.
    /// </summary>
    public static string? SchemaFor(DocumentedResponse response, string? contentType)
    {
        if (contentType is not null && KeyFor(response, contentType) is { } key)
        {
            return IsJudged(key) || MediaTypes.IsJson(contentType) || IsText(contentType)
                ? response.Contents[key]
                : null;
        }

        return response.Contents.FirstOrDefault(c => MediaTypes.IsJson(c.Key)).Value;
    }

    /// <summary>Whether the body is text that a schema describes as a whole.</summary>
    public static bool IsText(ReadOnlySpan<char> contentType) =>
        Bare(contentType).Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a web page's.</summary>
    public static bool IsPage(string? contentType) =>
        MediaTypes.Bare(contentType ?? "").ToLowerInvariant() is "text/html" or "application/xhtml+xml";

    private static bool IsJudged(string range) => MediaTypes.IsJson(range) || IsText(range);

    // 0 where the range does not cover the type; a parameter that the answer does not state is no contradiction.
    private static int Specificity(string range, string contentType)
    {
        var wanted = Bare(range);
        var bare = Bare(contentType);
        var sort =
            wanted is "*/*" ? 1
            : wanted.EndsWith("/*")
                ? bare.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase) ? 2
                    : 0
            : wanted.StartsWith("application/*+")
                ? bare.EndsWith(wanted[13..], StringComparison.OrdinalIgnoreCase) ? 3
                    : 0
            : bare.Equals(wanted, StringComparison.OrdinalIgnoreCase) ? 4
            : 0;
        if (sort == 0 || !range.Contains(';', StringComparison.Ordinal))
        {
            return sort * 100;
        }

        var stated = Parameters(contentType).ToLookup(p => p.Name, p => p.Value, StringComparer.OrdinalIgnoreCase);
        var shared = 0;
        foreach (var (name, value) in Parameters(range))
        {
            if (stated.Contains(name) && !stated[name].Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                return 0;
            }

            shared += stated.Contains(name) ? 2 : -1;
        }

        return (sort * 100) + shared;
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string mediaType) =>
        mediaType
            .Split(';')
            .Skip(1)
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2)
            .Select(p => (p[0].Trim(), p[1].Trim().Trim('"')));

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> contentType)
    {
        var end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }
}
