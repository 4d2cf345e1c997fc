using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Puts the configured secrets into a relayed request in place of those that the pact shows.</summary>
internal static class RelayedSecrets
{
    /// <summary>The request without the pact's secrets, and with those to be sent.</summary>
    public static CaseRequest Replace(CaseRequest request, IReadOnlyList<Credential> credentials) =>
        request with
        {
            Target = Without(request.Target, Names(credentials, "query")),
            Headers = [.. request.Headers.Select(h => Kept(h, credentials)).OfType<KeyValuePair<string, string>>()],
            Credentials = credentials,
            KeyHeader = credentials.FirstOrDefault(c => c.In == "header")?.Header,
            Key = KeyUse.Configured,
        };

    private static HashSet<string> Names(IEnumerable<Credential> credentials, string place) =>
        credentials
            .Where(c => c.In == place)
            .Select(c => c.Header)
            .ToHashSet(place == "header" ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private static string Without(string target, HashSet<string> names)
    {
        var parts = target.Split('?', 2);
        var kept = parts
            .Skip(1)
            .SelectMany(q => q.Split('&'))
            .Where(p => !names.Contains(Uri.UnescapeDataString(p.Split('=')[0])))
            .ToList();
        return kept.Count == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', kept)}";
    }

    private static KeyValuePair<string, string>? Kept(
        KeyValuePair<string, string> header,
        IReadOnlyList<Credential> credentials
    )
    {
        if (Names(credentials, "header").Contains(header.Key))
        {
            return null;
        }

        if (!header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            return header;
        }

        var names = Names(credentials, "cookie");
        var cookies = header
            .Value.Split(';', StringSplitOptions.TrimEntries)
            .Where(c => !names.Contains(c.Split('=')[0]))
            .ToList();
        return cookies.Count == 0 ? null : KeyValuePair.Create(header.Key, string.Join("; ", cookies));
    }
}
