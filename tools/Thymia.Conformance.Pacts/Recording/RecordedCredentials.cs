using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// The secrets of a request as a pact shows them: made-up ones, each where and how its scheme has it.
/// </summary>
internal static class RecordedCredentials
{
    private const string Placeholder = "an-active-api-key";
    private const string Login = "an-active-user:password";

    /// <summary>Those that go into headers, cookies included.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> Headers(CaseRequest request)
    {
        foreach (var credential in Sent(request).Where(c => c.In == "header"))
        {
            var scheme = credential.Form == CredentialForm.Raw ? "" : $"{credential.Form} ";
            yield return KeyValuePair.Create<string, JsonNode>(
                credential.Header,
                Matchers.Regex(credential.Form.Write(Example(credential)), $"{scheme}.+")
            );
        }

        var cookies = Sent(request).Where(c => c.In == "cookie").Select(c => c.Header).ToList();
        if (cookies.Count > 0)
        {
            var own = request.Headers.Where(h => IsCookie(h.Key)).Select(h => h.Value).ToList();
            yield return KeyValuePair.Create<string, JsonNode>(
                "Cookie",
                Matchers.Regex(
                    string.Join("; ", own.Concat(cookies.Select(c => $"{c}={Placeholder}"))),
                    string.Join("; ", own.Select(Regex.Escape).Concat(cookies.Select(c => $"{Regex.Escape(c)}=.+")))
                )
            );
        }

        foreach (var (name, value) in request.Headers.Where(h => cookies.Count == 0 || !IsCookie(h.Key)))
        {
            yield return KeyValuePair.Create<string, JsonNode>(name, JsonValue.Create(value));
        }
    }

    /// <summary>Those that go into the query.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Query(CaseRequest request) =>
        Sent(request).Where(c => c.In == "query").Select(c => KeyValuePair.Create(c.Header, Placeholder));

    /// <summary>The first; null where none is sent.</summary>
    public static Credential? First(CaseRequest request) => Sent(request).FirstOrDefault();

    private static string Example(Credential credential) =>
        credential.Form == CredentialForm.Basic ? Login : Placeholder;

    private static bool IsCookie(string header) => header.Equals("Cookie", StringComparison.OrdinalIgnoreCase);

    // Of several one at most is missing.
    private static IEnumerable<Credential> Sent(CaseRequest request)
    {
        IReadOnlyList<Credential> all =
            request.Credentials.Count == 0 && request.KeyHeader is { } header
                ? [new Credential(header, false, "")]
                : request.Credentials;
        return all.Where(c => request.Key == KeyUse.Configured || (request.KeyName is { } name && name != c.Header));
    }
}
