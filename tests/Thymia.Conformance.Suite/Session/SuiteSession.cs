using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Xunit.Session;
using Thymia.Provider;
using Thymia.Provider.Http;

[assembly: AssemblyFixture(typeof(SuiteSession))]

namespace Thymia.Conformance.Suite.Session;

/// <summary>One provider for all tests: the configured one, or the embedded one while the tests run.</summary>
public sealed class SuiteSession : IAsyncLifetime
{
    public SuiteSession() =>
        Provider = new ProviderSession(
            Configured.Planned,
            plan => plan.Options.ApiKey ?? (plan.Options.IsLocal ? ProviderOptions.DemoApiKey : null),
            StartAsync,
            plan => Pacts = new PactSession(plan)
        );

    internal ProviderSession Provider { get; }

    /// <summary>What the tests recorded; null before the first of them runs.</summary>
    internal PactSession? Pacts { get; private set; }

    public ValueTask InitializeAsync() => Provider.InitializeAsync();

    public ValueTask DisposeAsync() => Provider.DisposeAsync();

    private static async Task<StartedProvider> StartAsync(SuitePlan plan, string? key, CancellationToken cancellation)
    {
        var options = new ProviderOptions
        {
            ApiKey = key!,
            OtherApiKey = plan.Options.OtherApiKey,
            KeepsCalls = ReferenceProvider.NeedsKeptCalls(plan.Run.Description.Operations.Select(o => o.Name)),
        };
        var server = await ReferenceProvider.StartAsync(options, cancellation);
        return new StartedProvider(server.BaseUrl, server);
    }
}
