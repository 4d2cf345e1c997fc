namespace Thymia.Conformance.Reports.Har;

/// <summary>The query of a request's target.</summary>
internal static class QueryText
{
    /// <summary>Names and values as sent, unescaped, in order; none where there is no query.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string target)
    {
        var at = target.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? [] : target[(at + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var parts = pair.Split('=', 2);
            return (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        });
    }
}
