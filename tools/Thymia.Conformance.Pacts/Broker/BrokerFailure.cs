using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>A sentence for each way in which a broker does not answer, or answers that it will not.</summary>
internal sealed class BrokerFailure(BrokerAccess access)
{
    private volatile string? _certificate;

    public string Place { get; } = access.Url.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Trusts exactly what the machine trusts, and remembers why it did not.</summary>
    public bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _certificate = errors switch
        {
            SslPolicyErrors.None => null,
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) =>
                $"its certificate is for another name than '{access.Url.Host}'",
            _ when chain?.ChainStatus.Any(s => s.Status == X509ChainStatusFlags.NotTimeValid) == true =>
                "its certificate has expired or is not valid yet",
            _ when chain?.ChainStatus.Any(s => s.Status == X509ChainStatusFlags.NotValidForUsage) == true =>
                "its certificate is not made out for a server",
            _ => "its certificate is signed by an authority that this machine does not trust",
        };
        return errors == SslPolicyErrors.None;
    }

    public BrokerException Of(Exception error, HttpMethod method)
    {
        var (problem, hint) = error switch
        {
            OperationCanceledException => (
                $"no answer within {access.TimeOut.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s",
                "allow more with --timeout"
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => (
                $"the host name '{access.Url.Host}' is unknown",
                "check --broker-url"
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => (
                _certificate is { } reason
                    ? $"no TLS connection: {reason}"
                    : "no TLS connection: it does not answer in TLS",
                _certificate is null
                    ? "check the scheme of --broker-url"
                    : "install the authority's certificate, or name it in SSL_CERT_FILE"
            ),
            HttpRequestException
            {
                InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            } => (
                $"connection refused by {access.Url.Host}:{access.Url.Port}",
                "check --broker-url, and that the broker is up"
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => (
                $"no connection with {access.Url.Host}:{access.Url.Port}",
                "check --broker-url, and that the broker is up"
            ),
            _ => ("the connection was lost before a whole answer came", "try again"),
        };
        return new BrokerException(3, Place, problem, hint + Doubt(method), error);
    }

    /// <exception cref="BrokerException">The answer is a refused login, a redirect, or a failure of the
    /// broker.</exception>
    public void Demand(HttpResponseMessage response, HttpMethod method)
    {
        var status = (int)response.StatusCode;
        var (code, problem, hint) = status switch
        {
            401 when !access.HasLogin => (
                2,
                "the broker wants a login (401)",
                "set PACT_BROKER_TOKEN or name the variable that holds the token with --token-env, or give --username "
                    + "with PACT_BROKER_PASSWORD"
            ),
            401 when Other(response) is { } other => (2, $"{Refused} (401)", other),
            401 => (2, $"{Refused} (401)", "check that it is right and has not expired"),
            403 => (2, "the login is not allowed to do this (403)", "use one with the right to write"),
            407 => (3, "a proxy on the way wants a login (407)", "set HTTPS_PROXY with it, or NO_PROXY"),
            >= 300 and < 400 => (
                2,
                $"the broker is elsewhere ({status}{Target(response)})",
                "give that place with --broker-url"
            ),
            429 => (3, "the broker takes no more requests for now (429)", "try again later"),
            >= 500 => (3, $"the broker failed ({status})", "see its log, and try again" + Doubt(method)),
            _ => (0, "", ""),
        };
        if (code != 0)
        {
            throw new BrokerException(code, Place, problem, hint);
        }
    }

    private string Refused =>
        $"the broker does not accept the {(access.Token is null ? "user name and password" : "token")}";

    // What it asks for is of the other kind.
    private string? Other(HttpResponseMessage response)
    {
        var schemes = response
            .Headers.WwwAuthenticate.Select(h => h.Scheme)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return access.Token is not null && schemes.Contains("Basic") && !schemes.Contains("Bearer")
                ? "it asks for a user name and a password: give --username, and the password in PACT_BROKER_PASSWORD"
            : access.Token is null && schemes.Contains("Bearer") && !schemes.Contains("Basic")
                ? "it asks for a token: set PACT_BROKER_TOKEN, or name the variable that holds it with --token-env"
            : null;
    }

    private static string Doubt(HttpMethod method) =>
        method == HttpMethod.Get
            ? ""
            : "; whether it has taken the request is not known, and sending it again does no harm";

    private static string Target(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } to
            ? $", to {SafeText.Of(to.GetLeftPart(UriPartial.Path))}"
            : "";
}
