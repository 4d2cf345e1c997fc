namespace Thymia.Conformance.OpenApi;

/// <summary>What the suite needs to know of media types.</summary>
public static class MediaTypes
{
    /// <summary>
    /// True for <c>application/json</c>, <c>text/json</c> and <c>…/…+json</c>, with any parameters.
    /// </summary>
    public static bool IsJson(ReadOnlySpan<char> mediaType)
    {
        var end = mediaType.IndexOf(';');
        var bare = (end < 0 ? mediaType : mediaType[..end]).Trim();
        return bare.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether an answer of such a documented type may be held to its schema: JSON, plain text, or a range.
    /// </summary>
    public static bool IsJudged(string mediaType) =>
        IsJson(mediaType)
        || Bare(mediaType).EndsWith('*')
        || Bare(mediaType).Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>A media type that can be sent: itself, or one that a range covers.</summary>
    public static string Concrete(string mediaType) =>
        Bare(mediaType).ToLowerInvariant() switch
        {
            "*/*" or "application/*" => "application/json",
            "application/*+json" => "application/x+json",
            "text/*" => "text/plain",
            "multipart/*" => "multipart/form-data",
            _ => mediaType,
        };

    /// <summary>Whether a media type or range as documented covers one that is sent.</summary>
    public static bool Covers(string documented, string mediaType)
    {
        var (wanted, sent) = (Bare(documented), Bare(mediaType));
        return wanted == "*/*"
            || wanted.Equals(sent, StringComparison.OrdinalIgnoreCase)
            || (
                wanted.EndsWith("/*", StringComparison.Ordinal)
                && sent.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase)
            )
            || (
                wanted.Contains("/*+", StringComparison.Ordinal)
                && sent.EndsWith(
                    wanted[wanted.IndexOf('+', StringComparison.Ordinal)..],
                    StringComparison.OrdinalIgnoreCase
                )
            );
    }

    /// <summary>Without parameters.</summary>
    public static string Bare(string mediaType) => mediaType.Split(';')[0].Trim();
}
