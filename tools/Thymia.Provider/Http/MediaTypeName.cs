namespace Thymia.Provider.Http;

/// <summary>
/// Which media types FastAPI parses as JSON: <c>application/json</c> and <c>application/*+json</c>, with any
/// parameters.
/// </summary>
internal static class MediaTypeName
{
    public static bool IsJson(string contentType)
    {
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        var name = (end < 0 ? contentType : contentType[..end]).Trim();
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || name.LastIndexOf('/') != slash)
        {
            return false;
        }

        var (main, sub) = (name[..slash], name[(slash + 1)..]);
        return main.Equals("application", StringComparison.OrdinalIgnoreCase)
            && (
                sub.Equals("json", StringComparison.OrdinalIgnoreCase)
                || sub.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            );
    }
}
