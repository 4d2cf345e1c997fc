namespace Thymia.Conformance.OpenApi;

/// <summary>What the suite needs to know of media types.</summary>
public static class MediaTypes
{
    /// <summary>True for <c>application/json</c> and <c>…/…+json</c>, with any parameters.</summary>
    public static bool IsJson(string mediaType)
    {
        var bare = Bare(mediaType);
        return bare.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an answer of such a documented type may be held to its schema: JSON, plain text, or a range.</summary>
    public static bool IsJudged(string mediaType) =>
        IsJson(mediaType) || Bare(mediaType).EndsWith('*')
        || Bare(mediaType).Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without parameters.</summary>
    public static string Bare(string mediaType) => mediaType.Split(';')[0].Trim();
}
