using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// Stands between Pact's verifier and the provider, on loopback alone. What Pact's core sends goes out through the same
/// sender as the requests of a run: no redirect is followed, one proxy rule holds, and key and body reach no other
/// origin. The key is put in here, so that the core never has it.
/// </summary>
internal sealed class VerifierRelay : IAsyncDisposable
{
    private const int MaxHeaderBytes = 64 * 1024;
    private const int TokenBytes = 16;

    // Whoever else is on this machine must not get requests with the key sent by guessing a path.
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
    private readonly ConcurrentDictionary<int, string> _failures = [];
    private readonly ConcurrentDictionary<int, bool> _seen = [];
    private readonly RelayedRequests _requests;
    private readonly Replayer _provider;
    private readonly Replayer? _states;
    private readonly string? _statesTarget;
    private readonly IReadOnlyList<PlannedInteraction> _interactions;
    private readonly WebApplication _application;

    private VerifierRelay(VerifyRequest request, IReadOnlyList<PlannedInteraction> interactions)
    {
        _interactions = interactions;
        _requests = new RelayedRequests(request);
        _provider = new Replayer(request.Sending());
        if (request.ProviderStatesUrl is { } states)
        {
            _states = new Replayer(
                request.Sending() with
                {
                    BaseUrl = new Uri(states, "/"),
                    ApiKey = null,
                    Secrets = new Dictionary<string, string>(),
                }
            );
            _statesTarget = states.PathAndQuery;
        }

        _application = Build();
        _application.Run(HandleAsync);
    }

    public static string Host { get; } = IPAddress.Loopback.ToString();

    public ushort Port { get; private set; }

    public static async Task<VerifierRelay> StartAsync(
        VerifyRequest request,
        IReadOnlyList<PlannedInteraction> interactions,
        CancellationToken cancellation
    )
    {
        var relay = new VerifierRelay(request, interactions);
        await relay._application.StartAsync(cancellation);
        var addresses = ((IApplicationBuilder)relay._application).ServerFeatures.Get<IServerAddressesFeature>()!;
        relay.Port = (ushort)new Uri(addresses.Addresses.Single()).Port;
        return relay;
    }

    /// <summary>The path that stands for an interaction's provider.</summary>
    public string PrefixOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/{_token}/{index}");

    /// <summary>Where the states of an interaction are set up; null where they are not.</summary>
    public string? StatesUrlOf(int index) =>
        _states is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{Port}/{_token}/states/{index}");

    /// <summary>
    /// Why the provider, or what sets up its states, gave no answer, as a clause; null where both did.
    /// </summary>
    public string? FailureOf(int index) => _failures.GetValueOrDefault(index);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _provider.DisposeAsync();
        if (_states is not null)
        {
            await _states.DisposeAsync();
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (Read(target, "/states/") is { } state && _states is not null)
        {
            await RelayAsync(
                context,
                state.Index,
                _states,
                RelayedRequests.OfStates(context.Request, _statesTarget!),
                Stake.None
            );
        }
        else if (Read(target, "/") is { } request && _seen.TryAdd(request.Index, true))
        {
            var planned = _interactions[request.Index];
            await RelayAsync(
                context,
                request.Index,
                _provider,
                _requests.Of(context.Request, request.Target, planned.SendsKey),
                planned.IsMeantToSucceed ? Stake.Valid : Stake.Unknown
            );
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task RelayAsync(HttpContext context, int index, Replayer sender, Task<CaseRequest> made, Stake stake)
    {
        var exchange = await sender.SendAsync(await made, stake, context.RequestAborted);
        if (exchange.Answer is { } answer)
        {
            await RelayedAnswers.WriteAsync(context, answer);
            return;
        }

        _failures.TryAdd(index, exchange.Failure!);
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    // /TOKEN/7/v1/calls?a=b: interaction 7 and what is asked of the provider.
    private (int Index, string Target)? Read(string target, string before)
    {
        var start = "/" + _token + before;
        if (!target.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = target.AsSpan(start.Length);
        var end = rest.IndexOfAny('/', '?');
        var number = end < 0 ? rest : rest[..end];
        return
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < _interactions.Count
            ? (index, end < 0 ? "" : rest[end..].ToString())
            : null;
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Limits.MinRequestBodyDataRate = null;
                kestrel.Limits.MinResponseDataRate = null;
                kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            });
        return builder.Build();
    }
}
