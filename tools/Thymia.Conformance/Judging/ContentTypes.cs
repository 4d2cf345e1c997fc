using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging;

/// <summary>Matches an answer's content type with the documented ones.</summary>
internal static class ContentTypes
{
    public static bool IsDocumented(DocumentedResponse response, string contentType)
    {
        var bare = Bare(contentType);
        foreach (var range in response.Contents.Keys)
        {
            if (Covers(range, bare))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The schema for that content type; the one for JSON where another was sent, so that JSON in disguise is judged
    /// too.
    /// </summary>
    public static string? SchemaFor(DocumentedResponse response, string? contentType)
    {
        var bare = Bare(contentType ?? "");
        foreach (var (range, schema) in response.Contents)
        {
            if (Covers(range, bare))
            {
                return MediaTypes.IsJson(range) || bare.IsEmpty || IsJson(bare) ? schema : null;
            }
        }

        return response.Contents.FirstOrDefault(c => MediaTypes.IsJson(c.Key)).Value;
    }

    public static bool IsJson(ReadOnlySpan<char> contentType)
    {
        var bare = Bare(contentType);
        return bare.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Covers(string range, ReadOnlySpan<char> bare)
    {
        var wanted = Bare(range);
        return wanted.EndsWith("/*")
            ? wanted is "*/*" || bare.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase)
            : bare.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> contentType)
    {
        var end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim();
    }
}
