using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Replay;

/// <summary>
/// Fetches tokens with the credentials of clients (RFC 6749, 4.4) and renews each before it ends. Id and secret go to
/// the token URL alone, in a header, and no redirect is followed.
/// </summary>
/// <param name="clients">One for each security scheme at most.</param>
/// <param name="fetched">Takes every token, so that none is shown.</param>
public sealed class TokenSource(IReadOnlyList<TokenClient> clients, FetchedSecrets fetched)
{
    private const int MaxBytes = 1024 * 1024;
    private const int ShownError = 40;

    // Long enough for a request that is about to go, and for clocks that differ.
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Held> _held = clients.ToDictionary(c => c.Scheme, c => new Held(c));

    /// <summary>For one request to a token URL; 30 seconds by default.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Authorities that are trusted besides those the machine trusts; null adds none.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>The token of a security scheme; null where there is no client for it, or no token yet.</summary>
    public string? Current(string scheme) => _held.TryGetValue(scheme, out var held) ? held.Token : null;

    /// <summary>Every secret of the clients: ids with secrets, and the tokens so far.</summary>
    public IEnumerable<string> Known => clients.SelectMany(c => Secrets.Parts(c.Login)).Concat(fetched.All);

    /// <summary>Sees to it that every client has a token.</summary>
    /// <exception cref="UnusableInputException">One gets none.</exception>
    public async Task DemandAsync(TimeProvider time, CancellationToken cancellation)
    {
        foreach (var held in _held.Values)
        {
            if (await RenewAsync(held, time, cancellation) is { } problem)
            {
                throw new UnusableInputException(
                    "token-missing",
                    $"no token for '{SafeText.Of(held.Client.Scheme)}': {problem}",
                    SafeText.Of(held.Client.TokenUrl.ToString()),
                    $"check {Configuration.ClientVariables.Prefix}"
                        + $"{Configuration.CredentialVariables.Spelt(held.Client.Scheme)} and the token URL"
                );
            }
        }
    }

    /// <summary>Sees to it that a request can go; a clause where it cannot, else null.</summary>
    internal async ValueTask<string?> ObstacleAsync(
        IReadOnlyList<Credential> credentials,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        for (var i = 0; i < credentials.Count; i++)
        {
            if (
                _held.TryGetValue(credentials[i].Scheme, out var held)
                && !held.IsFresh(time.GetUtcNow())
                && await RenewAsync(held, time, cancellation) is { } problem
            )
            {
                return $"no token for '{SafeText.Of(held.Client.Scheme)}': {problem}";
            }
        }

        return null;
    }

    private async Task<string?> RenewAsync(Held held, TimeProvider time, CancellationToken cancellation)
    {
        await held.Turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (held.IsFresh(now))
            {
                return null;
            }

            var (token, seconds, problem) = await FetchAsync(held.Client, cancellation);
            if (token is not null)
            {
                fetched.Add(token);
                held.Hold(token, now, seconds);
            }

            return problem;
        }
        finally
        {
            held.Turn.Release();
        }
    }

    private async Task<(string? Token, double? Seconds, string? Problem)> FetchAsync(
        TokenClient client,
        CancellationToken cancellation
    )
    {
        var certificates = new CertificateCheck(client.TokenUrl.Host, Authorities);
        using var handler = Transport.To(client.TokenUrl);
        handler.SslOptions.RemoteCertificateValidationCallback = certificates.Accept;
        using var http = new HttpClient(handler) { Timeout = TimeOut, MaxResponseContentBufferSize = MaxBytes };
        using var request = RequestOf(client);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? Read(body)
                : (null, null, $"it is answered with status {(int)answer.StatusCode}{ErrorIn(body)}");
        }
        catch (HttpRequestException e)
        {
            return (
                null,
                null,
                $"the token URL cannot be asked: {certificates.Problem ?? SafeText.Of(e.Message).TrimEnd('.')}"
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, null, "the token URL did not answer in time");
        }
    }

    // Id and secret as a form has them, then as user and password (RFC 6749, 2.3.1).
    private static HttpRequestMessage RequestOf(TokenClient client)
    {
        var colon = client.Login.IndexOf(':', StringComparison.Ordinal);
        var login =
            $"{WebUtility.UrlEncode(client.Login[..colon])}:{WebUtility.UrlEncode(client.Login[(colon + 1)..])}";
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (client.Scope.Length > 0)
        {
            form["scope"] = client.Scope;
        }

        var request = new HttpRequestMessage(HttpMethod.Post, client.TokenUrl)
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.ASCII.GetBytes(login))
        );
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private static (string? Token, double? Seconds, string? Problem) Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (Text(root, "access_token") is not { Length: > 0 } token)
            {
                return (null, null, "the answer holds no 'access_token'");
            }

            if (Text(root, "token_type") is { } type && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase))
            {
                return (
                    null,
                    null,
                    $"the token is of type '{SafeText.Of(Shortened.To(type))}', and only bearer tokens are sent"
                );
            }

            return token.All(c => c is > ' ' and < '\x7f')
                ? (token, Seconds(root), null)
                : (null, null, "the token is no visible ASCII");
        }
        catch (JsonException)
        {
            return (null, null, "the answer is no JSON");
        }
    }

    // Some servers write the number as text.
    private static double? Seconds(JsonElement root) =>
        root.TryGetProperty("expires_in", out var stated)
        && double.TryParse(stated.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && double.IsFinite(seconds)
            ? Math.Clamp(seconds, 0, TimeSpan.FromDays(3650).TotalSeconds)
            : null;

    // Only the code of RFC 6749, 5.2: anything else might repeat the secret.
    private static string ErrorIn(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                Text(json.RootElement, "error") is { Length: > 0 and < ShownError } code
                && code.All(c => char.IsAsciiLetterLower(c) || c == '_')
                ? $" ({code})"
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A client and its token.</summary>
    private sealed class Held(TokenClient client)
    {
        private volatile string? _token;
        private long _renewAt;

        public TokenClient Client => client;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public string? Token => _token;

        public bool IsFresh(DateTimeOffset now) => _token is not null && now.UtcTicks < Volatile.Read(ref _renewAt);

        // A token that lasts no longer than the spare time is renewed after half of its own.
        public void Hold(string token, DateTimeOffset since, double? seconds)
        {
            var until = seconds is { } stated
                ? since + TimeSpan.FromSeconds(Math.Max(stated / 2, stated - Spare.TotalSeconds))
                : DateTimeOffset.MaxValue;
            Volatile.Write(ref _renewAt, until.UtcTicks);
            _token = token;
        }
    }
}
