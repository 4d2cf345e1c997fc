using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>
/// Says of a description with several security schemes which secret goes where, and which variable is missing: one key
/// says nothing of which scheme it is for.
/// </summary>
internal static class CredentialNotes
{
    /// <summary>Sentences for the user, without secrets; none where there is one scheme at most.</summary>
    /// <param name="operations">Those to be tested, each with the secrets that were chosen for it.</param>
    /// <param name="secrets">Those that are configured, by scheme.</param>
    public static IEnumerable<string> Of(
        IReadOnlyList<Operation> operations,
        IReadOnlyDictionary<string, string> secrets,
        ConformanceOptions options
    )
    {
        var schemes = operations.SelectMany(o => o.Alternatives).SelectMany(a => a).DistinctBy(c => c.Scheme).ToList();
        if (schemes.Count < 2)
        {
            yield break;
        }

        if (options.ApiKey is { } key && !options.Credentials.Values.Contains(key))
        {
            yield return schemes.Find(c => secrets.GetValueOrDefault(c.Scheme) == key) is { } taker
                ? $"THYMIA_APIKEY is sent for '{taker.Scheme}' alone, the only key that goes into a header"
                : $"THYMIA_APIKEY is not sent, since the description has {schemes.Count} security schemes";
        }

        foreach (
            var missing in operations
                .SelectMany(o => o.Credentials)
                .Where(c => !secrets.ContainsKey(c.Scheme))
                .GroupBy(c => c.Scheme)
        )
        {
            yield return $"no secret is configured for '{missing.Key}', which "
                + $"{Amounts.Of(missing.Count(), "operation")} "
                + $"would need: set {CredentialVariables.Prefix}{CredentialVariables.Spelt(missing.Key)}";
        }
    }
}
