using System.Net;
using System.Text;
using System.Text.Json;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Provider;

/// <summary>A provider with one connection to it, and requests as raw text.</summary>
internal sealed class CallClient : IAsyncDisposable
{
    public const string Valid =
        """
            {"user":{"userLabel":"Ada","dateOfBirth":"1990-08-24","birthSex":"FEMALE"},"language":"en-GB",
            """
        + """
            "agent":{"id":"intake","context":{"name":"Greg"}}}
            """;

    private readonly ReferenceProvider _provider;

    private readonly SocketsHttpHandler _handler;

    private readonly HttpClient _http;

    private CallClient(ReferenceProvider provider)
    {
        _provider = provider;
        _handler = new SocketsHttpHandler { PlaintextStreamFilter = Counted };
        _http = new HttpClient(_handler) { BaseAddress = provider.BaseUrl };
    }

    /// <summary>How many connections it took.</summary>
    public int Connections { get; private set; }

    public static async Task<CallClient> StartAsync(ProviderMode mode = ProviderMode.Strict, params string[] defects) =>
        await StartAsync(new ProviderOptions { Mode = mode, Defects = defects });

    public static async Task<CallClient> StartAsync(ProviderOptions options) =>
        new(await ReferenceProvider.StartAsync(options, TestContext.Current.CancellationToken));

    public Uri BaseUrl => _provider.BaseUrl;

    public Task<Reply> PostAsync(
        string body,
        string? key = ProviderOptions.DemoApiKey,
        string? contentType = "application/json"
    ) => PostAsync(Encoding.UTF8.GetBytes(body), key, contentType);

    public async Task<Reply> PostAsync(
        byte[] body,
        string? key,
        string? contentType,
        IEnumerable<KeyValuePair<string, string>>? headers = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/calls");
        request.Content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-api-key", key);
        }

        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, string key, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("x-api-key", key);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _handler.Dispose();
        await _provider.DisposeAsync();
    }

    private ValueTask<Stream> Counted(SocketsHttpPlaintextStreamFilterContext context, CancellationToken _)
    {
        Connections++;
        return new ValueTask<Stream>(context.PlaintextStream);
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return new Reply(default, null, "no answer", "");
        }

        using var _ = response;
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Reply(
            response.StatusCode,
            string.Join(
                " and ",
                response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types : default
            ),
            Encoding.UTF8.GetString(bytes),
            string.Join(", ", response.Content.Headers.Allow) + response.Headers.CacheControl
        );
    }
}

/// <summary>An answer as received.</summary>
internal sealed record Reply(HttpStatusCode Status, string? ContentType, string Text, string Allow)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The places blamed, dotted, in order: <c>body.user.birthSex</c>.</summary>
    public string Places =>
        string.Join(
            ' ',
            Json.GetProperty("detail")
                .EnumerateArray()
                .Select(error => string.Join('.', error.GetProperty("loc").EnumerateArray()))
        );

    /// <summary>The types named, in order.</summary>
    public string Types =>
        string.Join(
            ' ',
            Json.GetProperty("detail").EnumerateArray().Select(error => error.GetProperty("type").GetString())
        );
}
