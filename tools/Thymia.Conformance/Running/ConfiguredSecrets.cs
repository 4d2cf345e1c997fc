using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>Which configured secret belongs to which security scheme of a description.</summary>
public static class ConfiguredSecrets
{
    /// <summary>By the scheme's name as the description spells it.</summary>
    /// <param name="clients">Schemes whose secret is a token to be fetched, which is empty here.</param>
    /// <param name="apiKey">The one of the only scheme; where there are several, of the only header with a key.</param>
    /// <exception cref="UnusableInputException">A secret is for no scheme, or for two that are spelt alike.</exception>
    public static IReadOnlyDictionary<string, string> Of(
        ApiDescription description,
        IReadOnlyDictionary<string, string> credentials,
        string? apiKey,
        IEnumerable<string>? clients = null
    )
    {
        var schemes = Schemes(description);
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, secret) in credentials)
        {
            secrets[SchemeOf(name, description, CredentialVariables.Prefix).Scheme] = secret;
        }

        foreach (var name in clients ?? [])
        {
            secrets[SchemeOf(name, description, ClientVariables.Prefix).Scheme] = "";
        }

        var keys = schemes.Where(c => c is { In: "header", Form: CredentialForm.Raw }).ToList();
        var only =
            schemes.Count == 1 ? schemes[0]
            : keys.Count == 1 ? keys[0]
            : null;
        if (apiKey is not null && only is not null && !credentials.Values.Contains(apiKey))
        {
            secrets.TryAdd(only.Scheme, apiKey);
        }

        return secrets;
    }

    /// <summary>
    /// The key, unless it is for none of several schemes: then nobody knows which of them it is meant for.
    /// </summary>
    internal static string? KeyToSend(
        ApiDescription description,
        IReadOnlyDictionary<string, string> credentials,
        string? apiKey
    ) =>
        apiKey is not null
        && Schemes(description).Count > 1
        && !Of(description, credentials, apiKey).Values.Contains(apiKey)
            ? null
            : apiKey;

    /// <summary>
    /// The secrets to send: the first alternative that is configured whole, else none where that is allowed.
    /// </summary>
    public static IReadOnlyList<Credential> Choose(Operation operation, IReadOnlyDictionary<string, string> secrets) =>
        operation.Alternatives.FirstOrDefault(a => a.Count > 0 && a.All(c => secrets.ContainsKey(c.Scheme)))
        ?? (operation.Alternatives.Any(a => a.Count == 0) ? [] : operation.Credentials);

    private static List<Credential> Schemes(ApiDescription description) =>
        [.. description.Operations.SelectMany(o => o.Alternatives).SelectMany(a => a).DistinctBy(c => c.Scheme)];

    /// <summary>The scheme that a variable is for.</summary>
    /// <exception cref="UnusableInputException">There is none, or there are two.</exception>
    internal static Credential SchemeOf(string name, ApiDescription description, string prefix)
    {
        var schemes = Schemes(description);
        var found = schemes.FindAll(c => CredentialVariables.Spelt(c.Scheme) == name);
        return found.Count == 1
            ? found[0]
            : throw new UnusableInputException(
                "credential-unknown",
                found.Count == 0
                    ? $"{description.Source} has no security scheme of that name"
                    : $"it may be for {string.Join(" or ", found.Select(c => SafeText.Of(c.Scheme)))}",
                prefix + name,
                schemes.Count == 0
                    ? "unset it: no operation demands a credential"
                    : $"its schemes are {string.Join(", ", schemes.Select(c => SafeText.Of(c.Scheme)))}"
            );
    }
}
