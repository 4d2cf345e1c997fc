namespace Thymia.Conformance.Safety;

/// <summary>Finds whom path, query and headers lead to.</summary>
internal static class ReachOfTarget
{
    // What these hold is of the protocol, and no provider acts on it.
    private static readonly HashSet<string> OfProtocol = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "User-Agent",
        "Host",
        "Origin",
        "Referer",
        "Authorization",
    };

    /// <param name="target">Path and query, percent-encoded.</param>
    /// <param name="pathValues">Those whose names are known; others go by their shape.</param>
    public static IEnumerable<Reach> Of(
        string target,
        IEnumerable<KeyValuePair<string, string>> headers,
        IEnumerable<KeyValuePair<string, string>> pathValues
    )
    {
        var parts = target.Split('?', 2);
        return parts[0]
            .Split('/')
            .Select(s => KeyValuePair.Create("", Decoded(s)))
            .Concat(pathValues)
            .Concat(parts.Skip(1).SelectMany(q => q.Split('&')).Select(Pair))
            .Concat(headers.Where(h => !OfProtocol.Contains(h.Key)))
            .SelectMany(v => ReachOfBody.OfNamed(v.Key, v.Value));
    }

    private static KeyValuePair<string, string> Pair(string text)
    {
        var parts = text.Split('=', 2);
        return KeyValuePair.Create(Decoded(parts[0]), Decoded(parts.ElementAtOrDefault(1) ?? ""));
    }

    private static string Decoded(string text) =>
        Uri.UnescapeDataString(text.Replace('+', ' ')) is var plain && text.StartsWith('+') ? "+" + plain[1..] : plain;
}
