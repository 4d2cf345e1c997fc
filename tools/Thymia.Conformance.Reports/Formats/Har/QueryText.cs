namespace Thymia.Conformance.Reports.Formats.Har;

/// <summary>The query of a request's target.</summary>
internal static class QueryText
{
    /// <summary>Names and values as sent, unescaped, in order; none where there is no query.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string target) =>
        target.Split('?', 2) is [_, var query]
            ? query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Select(p =>
                    KeyValuePair.Create(Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1]) : "")
                )
            : [];
}
