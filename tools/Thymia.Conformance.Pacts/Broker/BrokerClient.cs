using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>
/// Speaks to one broker. Links are followed on the configured host alone, whatever host they name: a broker behind a
/// proxy names its own, and a login must reach no other. Nothing is asked twice by itself.
/// </summary>
internal sealed class BrokerClient : IDisposable
{
    private const int Deepest = DepthLimits.Written;

    // A pact of ten thousand interactions takes some 30 MiB.
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    private readonly BrokerAccess _access;
    private readonly BrokerFailure _failure;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _http;
    private HalDocument? _index;

    public BrokerClient(BrokerAccess access)
    {
        _access = access;
        _failure = new BrokerFailure(access);
        _handler = Transport.To(access.Url);
        _handler.SslOptions.RemoteCertificateValidationCallback = _failure.Judge;
        _http = new HttpClient(_handler, disposeHandler: false) { Timeout = access.TimeOut };
        _http.DefaultRequestHeaders.Authorization = Login(access);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/hal+json, application/json;q=0.9");
    }

    /// <summary>For messages: the URL as configured, without a trailing slash.</summary>
    public string Place => _failure.Place;

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    /// <summary>The page that every other is reached from.</summary>
    /// <exception cref="BrokerException">There is no broker, or it does not let us in.</exception>
    public async Task<HalDocument> IndexAsync(CancellationToken cancellation)
    {
        if (_index is null)
        {
            var reply = await SendAsync(HttpMethod.Get, "", null, cancellation);
            _index =
                reply is { IsSuccess: true, IsJson: true } && reply.Document.Root.TryGetProperty("_links", out _)
                    ? reply.Document
                    : throw new BrokerException(
                        2,
                        Place,
                        "what answers here is no Pact Broker",
                        "give the broker's own URL with --broker-url"
                    );
        }

        return _index;
    }

    /// <summary>What a link of the index leads to, or a path that brokers without the link know.</summary>
    public async Task<string> FindAsync(
        string relation,
        string path,
        CancellationToken cancellation,
        params (string Name, string Value)[] values
    ) => (await IndexAsync(cancellation)).Link(relation, values) ?? path;

    public Task<BrokerReply> GetAsync(string href, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, href, null, cancellation);

    /// <exception cref="BrokerException">No answer, a refused login, a redirect, or a failure of the
    /// broker.</exception>
    public async Task<BrokerReply> SendAsync(
        HttpMethod method,
        string href,
        byte[]? json,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, Resolve(href));
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            // Of the whole exchange, since a body may come in drops.
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            time.CancelAfter(_access.TimeOut);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            _failure.Demand(response, method);
            var body = await BodyReader.ReadAsync(response.Content, MaxAnswerBytes, time.Token)
                ?? throw new BrokerException(
                    3,
                    Place,
                    $"an answer of the broker is larger than {MaxAnswerBytes / 1024 / 1024} MiB",
                    "see its log, or choose fewer pacts"
                );
            var document = Parse(body);
            return new BrokerReply((int)response.StatusCode, document is not null, document ?? Empty);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException
                || (e is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            throw _failure.Of(e, method);
        }
    }

    private static HalDocument Empty { get; } = new(JsonElement.Parse("{}"));

    private static AuthenticationHeaderValue? Login(BrokerAccess access) =>
        access switch
        {
            { Token: { } token } => new AuthenticationHeaderValue("Bearer", token),
            { UserName: { } user } => new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{access.Password}"))
            ),
            _ => null,
        };

    private Uri Resolve(string href)
    {
        var root = _access.Url.AbsolutePath.TrimEnd('/');
        var path =
            Uri.TryCreate(href, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"
                ? absolute.PathAndQuery
                : href;
        path =
            path.Length == 0 ? root
            : path.StartsWith('/') ? path
            : "/" + path;
        var below =
            root.Length == 0 || path == root || path.StartsWith(root + "/", StringComparison.Ordinal)
                ? path
                : root + path;
        return new Uri(_access.Url.GetLeftPart(UriPartial.Authority) + below);
    }

    private static HalDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonElement.Parse(body.Span, new JsonDocumentOptions { MaxDepth = Deepest });
            return root.ValueKind == JsonValueKind.Object ? new HalDocument(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
