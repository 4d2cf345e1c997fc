using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Replay;

/// <summary>Puts the secrets of a request where its credentials say.</summary>
internal sealed class CredentialWriter(ReplayOptions options)
{
    /// <summary>The target with the secrets that go into its query.</summary>
    public string TargetOf(CaseRequest request)
    {
        var target = request.Target;
        foreach (var credential in request.Credentials.Where(c => c.In == "query"))
        {
            if (Text(request, credential) is { } text)
            {
                target +=
                    (target.Contains('?', StringComparison.Ordinal) ? '&' : '?')
                    + $"{Uri.EscapeDataString(credential.Header)}={Uri.EscapeDataString(text)}";
            }
        }

        return target;
    }

    /// <summary>Adds the secrets that go into headers; a clause where one cannot be sent, else null.</summary>
    public string? Write(CaseRequest request, HttpRequestMessage message)
    {
        string? problem = null;
        foreach (var credential in Credentials(request).Where(c => c.In == "header"))
        {
            if (
                Text(request, credential) is { } text
                && !message.Headers.TryAddWithoutValidation(credential.Header, text)
            )
            {
                problem = $"the key cannot be sent in a header '{credential.Header}'";
            }
        }

        var cookies = request
            .Credentials.Where(c => c.In == "cookie")
            .Select(c => (c.Header, Text: Text(request, c)))
            .Where(c => c.Text is not null)
            .Select(c => $"{c.Header}={c.Text}")
            .ToList();
        if (cookies.Count > 0)
        {
            var before = message.Headers.NonValidated.TryGetValues("Cookie", out var own) ? own : default;
            message.Headers.Remove("Cookie");
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", before.Concat(cookies)));
        }

        return problem;
    }

    private static IReadOnlyList<Credential> Credentials(CaseRequest request) =>
        request.Credentials.Count == 0 && request.KeyHeader is { } header
            ? [new Credential(header, false, "")]
            : request.Credentials;

    // One secret of a request is broken at most; the others are those that are configured.
    private string? Text(CaseRequest request, Credential credential)
    {
        var secret =
            options.Tokens?.Current(credential.Scheme) is { } token ? token
            : options.Secrets.TryGetValue(credential.Scheme, out var own) ? own
            : options.Secrets.Count == 0 || credential.Scheme.Length == 0 ? options.ApiKey
            : null;
        var use = request.KeyName is null || request.KeyName == credential.Header ? request.Key : KeyUse.Configured;
        var text =
            use == KeyUse.Configured ? secret
            : use == KeyUse.Other ? options.OtherApiKey
            : MadeUpKey.For(use, secret);
        return text is null ? null : credential.Form.Write(text);
    }
}
