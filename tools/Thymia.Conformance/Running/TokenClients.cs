using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>
/// Which clients fetch tokens for which security schemes, and where: at the configured token URL, or at the
/// description's where it has the origin of the provider. A description may come from anybody, a secret may not go to
/// them.
/// </summary>
internal static class TokenClients
{
    /// <exception cref="UnusableInputException">A client is for no such scheme, or its token URL is not to be
    /// trusted.</exception>
    public static IReadOnlyList<TokenClient> Of(ApiDescription description, ConformanceOptions options, Uri baseUrl) =>
        [.. options.Clients.Select(c => Of(c.Key, c.Value, description, options, baseUrl))];

    private static TokenClient Of(
        string spelt,
        string login,
        ApiDescription description,
        ConformanceOptions options,
        Uri baseUrl
    )
    {
        var scheme = ConfiguredSecrets.SchemeOf(spelt, description, ClientVariables.Prefix).Scheme;
        if (options.Credentials.ContainsKey(spelt))
        {
            throw Refused(
                $"'{SafeText.Of(scheme)}' has a token of its own as well",
                ClientVariables.Prefix + spelt,
                $"unset it, or {CredentialVariables.Prefix}{spelt}"
            );
        }

        var stated = new Place("", description.Document)
            .Child("components")!
            .Value.Child("securitySchemes")!
            .Value.Child(scheme)!
            .Value.Follow(description.Document);
        if (
            stated.Text("type") is not ("oauth2" or "openIdConnect")
            && stated.Text("scheme")?.ToLowerInvariant() != "bearer"
        )
        {
            throw Refused(
                $"'{SafeText.Of(scheme)}' takes no token",
                ClientVariables.Prefix + spelt,
                $"set {CredentialVariables.Prefix}{spelt}"
            );
        }

        return new TokenClient(scheme, options.TokenUrl ?? Documented(stated, scheme, description, baseUrl), login)
        {
            Scope = ScopeOf(scheme, description),
        };
    }

    private static Uri Documented(Place stated, string scheme, ApiDescription description, Uri baseUrl)
    {
        var flow = stated.Child("flows")?.Child("clientCredentials");
        if (flow?.Text("tokenUrl") is not { } text)
        {
            throw Refused(
                $"the description names no token URL for clients of '{SafeText.Of(scheme)}'",
                description.PlaceOf(stated.Pointer),
                $"set {SettingCatalogue.TokenUrl.Variable} to it"
            );
        }

        return
            Uri.TryCreate(baseUrl, text, out var url)
            && url.GetLeftPart(UriPartial.Authority) == baseUrl.GetLeftPart(UriPartial.Authority)
            ? url
            : throw Refused(
                $"the description has clients of '{SafeText.Of(scheme)}' send their secret to "
                    + $"{SafeText.Of(text)}, which is not of the origin of the provider",
                description.PlaceOf(JsonPointer.Append(flow.Value.Pointer, "tokenUrl")),
                $"set {SettingCatalogue.TokenUrl.Variable}={SafeText.Of(text)} if that is where it may go"
            );
    }

    // What any operation needs, since one token serves all of them.
    private static string ScopeOf(string scheme, ApiDescription description)
    {
        var root = new Place("", description.Document);
        return string.Join(
            ' ',
            description
                .Operations.Select(o => new Place(o.Pointer, JsonPointer.Find(description.Document, o.Pointer)!.Value))
                .Select(o => o.Child("security") ?? root.Child("security"))
                .SelectMany(s => s?.Children() ?? [])
                .SelectMany(a => a.Value.Child(scheme)?.Children() ?? [])
                .Select(s => s.Value.Json)
                .Where(s => s.ValueKind == JsonValueKind.String)
                .Select(s => s.GetString()!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    private static UnusableInputException Refused(string problem, string place, string hint) =>
        new("token-url-not-usable", problem, place, hint);
}
