using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Thymia.Provider.Defects;

namespace Thymia.Provider.Http;

/// <summary>
/// A provider of the voice-agent call contract, on loopback, for trying the suite on. It rings nobody, keeps nothing.
/// Its validation is its own: it shares no code with the suite that is tested against it.
/// </summary>
public sealed class ReferenceProvider : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ReferenceProvider(WebApplication application, Uri baseUrl)
    {
        _application = application;
        BaseUrl = baseUrl;
    }

    /// <summary>Every Defect that can be switched on, by group and name.</summary>
    public static IReadOnlyList<DefectInfo> Defects => DefectCatalogue.Infos;

    /// <summary>What a provider that keeps calls answers besides <c>POST /v1/calls</c>, by method and path.</summary>
    public static IReadOnlyList<string> OperationsOfKeptCalls { get; } =
    [
        "GET /v1/calls",
        "GET /v1/calls/{callId}",
        "PUT /v1/calls/{callId}",
        "PATCH /v1/calls/{callId}",
        "DELETE /v1/calls/{callId}",
        "GET /v1/calls/{callId}/results",
    ];

    /// <summary>Where verifiers set up the states of interactions.</summary>
    public const string StatesPath = "/_pact/provider-states";

    /// <summary>Whether a provider has to keep calls to answer one of these operations.</summary>
    /// <param name="operations">Method and path of each, such as <c>GET /v1/calls/{callId}</c>.</param>
    public static bool NeedsKeptCalls(IEnumerable<string> operations) => operations.Any(OperationsOfKeptCalls.Contains);

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts a provider; it answers as soon as the task is done, and until it is disposed of.</summary>
    /// <exception cref="ProviderStartException">The port is taken, or an option names what does not exist.</exception>
    public static async Task<ReferenceProvider> StartAsync(
        ProviderOptions options,
        CancellationToken cancellation = default
    )
    {
        Demand(options);
        var router = new Router(options, [.. options.Defects.Select(DefectCatalogue.Create)]);
        var application = Build(options.Port);
        application.Run(
            options.Around is { } around ? context => around(context, router.HandleAsync) : router.HandleAsync
        );
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            var reason = refused is IOException ? "it is in use" : "the system refuses it";
            throw new ProviderStartException(
                $"Port {options.Port} of 127.0.0.1 cannot be listened on: {reason}.",
                "Choose another port, or 0 for a free one.",
                refused
            );
        }

        var addresses = ((IApplicationBuilder)application).ServerFeatures.Get<IServerAddressesFeature>()!;
        return new ReferenceProvider(application, new Uri(addresses.Addresses.Single()));
    }

    /// <summary>Stops listening and waits for what is under way.</summary>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void Demand(ProviderOptions options)
    {
        if (!Enum.IsDefined(options.Mode))
        {
            throw new ProviderStartException(
                $"There is no mode {options.Mode}.",
                "Choose strict, pydantic-v1 or pydantic-v2."
            );
        }

        if (options.Port is < 0 or > 65535)
        {
            throw new ProviderStartException(
                $"Port {options.Port} does not exist.",
                "Choose one from 1 to 65535, or 0 for a free one."
            );
        }

        if (string.IsNullOrEmpty(options.ApiKey))
        {
            throw new ProviderStartException("The API key is empty.", "Leave it out to take the demo key.");
        }
    }

    /// <summary>What a Python server takes, this one takes: wide headers, large bodies, and slow ones.</summary>
    private static void SetLimits(KestrelServerLimits limits)
    {
        limits.MaxRequestHeadersTotalSize = 64 * 1024;
        limits.MaxRequestBodySize = 256 * 1024 * 1024;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
                SetLimits(kestrel.Limits);
                kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            });
        return builder.Build();
    }
}
