using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>
/// Which headers go with every request because somebody configured them. One that the description declares is sent as
/// configured and tested no more, since its value is a secret that only the user knows.
/// </summary>
public static class ConfiguredHeaders
{
    // What the request itself decides, and what would change where or how it is sent.
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    };

    /// <summary>The headers and their values, spelt as the description does where it knows them.</summary>
    /// <param name="headers">By name as spelt in variables.</param>
    /// <exception cref="UnusableInputException">One is for two headers, or for one that is sent otherwise.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        ApiDescription description,
        IReadOnlyDictionary<string, string> headers
    ) => [.. headers.Select(h => KeyValuePair.Create(NameOf(h.Key, description), h.Value))];

    /// <summary>The description with operations that send them.</summary>
    public static ApiDescription AppliedTo(ApiDescription description, IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count == 0)
        {
            return description;
        }

        var names = Of(description, headers).Select(h => h.Key).ToList();
        return description with
        {
            Operations =
            [
                .. description.Operations.Select(o =>
                    o with
                    {
                        FurtherHeaders = names,
                        Parameters = [.. o.Parameters.Where(p => !IsConfigured(p, headers))],
                    }
                ),
            ],
        };
    }

    /// <summary>Sentences on declared headers that are not tested since they are configured.</summary>
    public static IEnumerable<string> Notes(ApiDescription description, IReadOnlyDictionary<string, string> headers) =>
        description
            .Operations.SelectMany(o => o.Parameters)
            .Where(p => IsConfigured(p, headers))
            .GroupBy(p => HeaderVariables.Spelt(p.Name))
            .Select(g =>
                $"the header {SafeText.Of(g.First().Name)} of {Amounts.Of(g.Count(), "operation")} is sent as "
                + $"{HeaderVariables.Prefix}{g.Key} says, and not tested"
            );

    private static bool IsConfigured(Parameter parameter, IReadOnlyDictionary<string, string> headers) =>
        parameter.In == "header" && headers.ContainsKey(HeaderVariables.Spelt(parameter.Name));

    private static string NameOf(string spelt, ApiDescription description)
    {
        var declared = description
            .Operations.SelectMany(o => o.Parameters)
            .Where(p => p.In == "header" && HeaderVariables.Spelt(p.Name) == spelt)
            .Select(p => p.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var name = declared.Count > 0 ? declared[0] : spelt.Replace('_', '-');
        if (declared.Count > 1)
        {
            throw Refused(
                $"it may be for {string.Join(" or ", declared.Select(n => SafeText.Of(n)))}",
                spelt,
                "give the value of each with --values"
            );
        }

        if (Taken.Contains(name) || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused($"each request has its own header {name}", spelt, "unset it");
        }

        var credential = description
            .Operations.SelectMany(o => o.Alternatives)
            .SelectMany(a => a)
            .FirstOrDefault(c =>
                c.In == "cookie" ? spelt == "COOKIE" : c.In == "header" && HeaderVariables.Spelt(c.Header) == spelt
            );
        return credential is null
            ? name
            : throw Refused(
                $"the security scheme '{SafeText.Of(credential.Scheme)}' sends that header",
                spelt,
                $"set {CredentialVariables.Prefix}{CredentialVariables.Spelt(credential.Scheme)} instead"
            );
    }

    private static UnusableInputException Refused(string problem, string spelt, string hint) =>
        new("setting-not-allowed", problem, HeaderVariables.Prefix + spelt, hint);
}
