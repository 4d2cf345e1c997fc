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
    private const string WrongKey = "a-key-that-nobody-issued";
    private const string WrongLogin = "nobody:password";
    private const string Login = "an-active-user:password";

    /// <summary>Those that go into headers, cookies included.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> Headers(CaseRequest request)
    {
        foreach (var credential in Sent(request).Where(c => c.In == "header"))
        {
            var scheme = credential.Form == CredentialForm.Raw ? "" : $"{credential.Form} ";
            var shown = credential.Form.Write(Example(credential, request));
            yield return KeyValuePair.Create<string, JsonNode>(
                credential.Header,
                request.Key == KeyUse.Wrong ? JsonValue.Create(shown) : Matchers.Regex(shown, $"{scheme}.+")
            );
        }

        var cookies = Sent(request).Where(c => c.In == "cookie").ToList();
        if (cookies.Count > 0)
        {
            var own = request.Headers.Where(h => IsCookie(h.Key)).Select(h => h.Value).ToList();
            var shown = string.Join("; ", own.Concat(cookies.Select(c => $"{c.Header}={Example(c, request)}")));
            var form = cookies.Select(c => $"{Regex.Escape(c.Header)}=.+");
            yield return KeyValuePair.Create<string, JsonNode>(
                "Cookie",
                request.Key == KeyUse.Wrong
                    ? JsonValue.Create(shown)
                    : Matchers.Regex(shown, string.Join("; ", own.Select(Regex.Escape).Concat(form)))
            );
        }

        foreach (var (name, value) in request.Headers.Where(h => cookies.Count == 0 || !IsCookie(h.Key)))
        {
            yield return KeyValuePair.Create<string, JsonNode>(name, JsonValue.Create(value));
        }
    }

    /// <summary>Those that go into the query.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Query(CaseRequest request) =>
        Sent(request).Where(c => c.In == "query").Select(c => KeyValuePair.Create(c.Header, Example(c, request)));

    /// <summary>What the provider must have issued; nothing where no active one is sent.</summary>
    public static IEnumerable<ProviderState> State(CaseRequest request) =>
        request.Key == KeyUse.Wrong
            ? []
            : Sent(request)
                .Take(1)
                .Select(c => new ProviderState(
                    "an active API key",
                    new Dictionary<string, string> { [c.In] = c.Header }
                ));

    private static string Example(Credential credential, CaseRequest request) =>
        (credential.Form == CredentialForm.Basic, request.Key == KeyUse.Wrong) switch
        {
            (true, true) => WrongLogin,
            (true, _) => Login,
            (_, true) => WrongKey,
            _ => Placeholder,
        };

    private static bool IsCookie(string header) => header.Equals("Cookie", StringComparison.OrdinalIgnoreCase);

    // Of several one at most is missing.
    private static IEnumerable<Credential> Sent(CaseRequest request)
    {
        IReadOnlyList<Credential> all =
            request.Credentials.Count == 0 && request.KeyHeader is { } header
                ? [new Credential(header, false, "")]
                : request.Credentials;
        return all.Where(c =>
            request.Key is KeyUse.Configured or KeyUse.Wrong || (request.KeyName is { } name && name != c.Header)
        );
    }
}
