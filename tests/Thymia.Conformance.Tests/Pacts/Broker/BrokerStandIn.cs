using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>
/// A Pact Broker for tests: the part of its protocol that publishing, verifying and deploying need, with the status
/// codes
/// and errors of the real one. The official clients are run against it in tests, so that it stays honest.
/// </summary>
internal sealed class BrokerStandIn : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly BrokerRoutes _routes;
    private int _gone;

    private BrokerStandIn(WebApplication application, BrokerRoutes routes)
    {
        _application = application;
        _routes = routes;
    }

    public Uri Url { get; private set; } = null!;

    public BrokerState State => _routes.State;

    /// <summary>Demanded of every request, such as <c>Bearer secret</c>; null lets everybody in.</summary>
    public string? Authorization { get; set; }

    /// <summary>Answers before the broker does, where it returns true.</summary>
    public Func<HttpContext, Task<bool>>? Interference { get; set; }

    /// <summary>Method and path of each request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <param name="prefix">The path it lives below, such as <c>/pacts-live-here</c>.</param>
    /// <param name="configure">Such as for TLS.</param>
    public static async Task<BrokerStandIn> StartAsync(
        CancellationToken cancellation,
        string prefix = "",
        Action<ListenOptions>? configure = null
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => configure?.Invoke(l)));
        var application = builder.Build();
        var broker = new BrokerStandIn(application, new BrokerRoutes(prefix));
        application.Run(broker.HandleAsync);
        await application.StartAsync(cancellation);
        var address = ((IApplicationBuilder)application)
            .ServerFeatures.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        broker.Url = new Uri(address + prefix);
        return broker;
    }

    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _gone, 1) == 0 ? _application.DisposeAsync() : ValueTask.CompletedTask;

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        Requests.Enqueue($"{request.Method} {request.Path}{request.QueryString}");
        if (Interference is { } interfere && await interfere(context))
        {
            return;
        }

        if (Authorization is { } wanted && request.Headers.Authorization != wanted)
        {
            context.Response.StatusCode = 401;
            return;
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var (status, body) = Answer(request, await reader.ReadToEndAsync());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/hal+json;charset=utf-8";
        await context.Response.WriteAsync(body?.ToJsonString() ?? "");
    }

    private (int Status, JsonNode? Body) Answer(HttpRequest request, string text)
    {
        if (
            !request.Headers.Accept.ToString().Contains("application/hal+json", StringComparison.Ordinal)
            && !request.Headers.Accept.ToString().Contains("*/*", StringComparison.Ordinal)
        )
        {
            return (406, null);
        }

        if (request.Method is "GET")
        {
            return _routes.Answer(request, null);
        }

        if (request.ContentType?.Split(';')[0] != "application/json")
        {
            return (415, null);
        }

        try
        {
            return JsonNode.Parse(text) is JsonObject body
                ? _routes.Answer(request, body)
                : (400, BrokerRoutes.Errors(("body", "must be an object")));
        }
        catch (JsonException)
        {
            return (400, BrokerRoutes.Errors(("body", "is not JSON")));
        }
    }
}
