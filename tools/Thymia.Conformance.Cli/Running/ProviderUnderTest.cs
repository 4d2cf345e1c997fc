using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Running;

/// <summary>
/// Whoever answers the requests: the configured provider, or the embedded one for as long as it is needed.
/// </summary>
internal sealed class ProviderUnderTest : IAsyncDisposable
{
    private const string CreateCall = "POST /v1/calls";

    private readonly ReferenceProvider? _embedded;

    private ProviderUnderTest(Uri baseUrl, string? apiKey, ReferenceProvider? embedded)
    {
        BaseUrl = baseUrl;
        ApiKey = apiKey;
        _embedded = embedded;
        IsEmbedded = embedded is not null;
    }

    public Uri BaseUrl { get; }

    /// <summary>A provider on this machine gets the reference provider's demo key unless one is configured.</summary>
    public string? ApiKey { get; }

    public bool IsEmbedded { get; private init; }

    /// <summary>False for the provider of a run that is over, which nothing may be asked any more.</summary>
    public bool IsThere { get; private init; } = true;

    /// <summary>Who answered in a run that is over.</summary>
    public static ProviderUnderTest Gone(Uri baseUrl, bool isEmbedded) =>
        new(baseUrl, null, null) { IsThere = false, IsEmbedded = isEmbedded };

    /// <param name="embedded">How to start the embedded provider; null where nothing special is asked.</param>
    /// <exception cref="UnusableInputException">The embedded provider is asked for what it is not.</exception>
    public static async Task<ProviderUnderTest> StartAsync(
        ConformanceOptions options,
        RunPlan plan,
        ProviderOptions? embedded,
        CancellationToken cancellation
    )
    {
        if (options.BaseUrl is { } url && plan.TokensFor(url) is { } tokens)
        {
            await tokens.DemandAsync(TimeProvider.System, cancellation);
        }

        var key = options.ApiKey ?? (options.IsLocal ? ProviderOptions.DemoApiKey : null);
        if (options.BaseUrl is { } configured)
        {
            return embedded is null
                ? new ProviderUnderTest(configured, key, null)
                : throw new UnusableInputException(
                    "provider-not-embedded",
                    $"--defect and --mode spoil the embedded provider, yet {SettingCatalogue.BaseUrl.Key} names "
                        + "another",
                    SettingCatalogue.BaseUrl.Key,
                    "leave one of them out"
                );
        }

        DemandKnownOperations(plan);
        var started = (embedded ?? new ProviderOptions()) with
        {
            ApiKey = key!,
            OtherApiKey = options.OtherApiKey,
            KeepsCalls = ReferenceProvider.NeedsKeptCalls(plan.Description.Operations.Select(o => o.Name)),
        };
        var provider = await ReferenceProvider.StartAsync(started, cancellation);
        return new ProviderUnderTest(provider.BaseUrl, key, provider);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static void DemandKnownOperations(RunPlan plan)
    {
        if (
            plan.Operations.FirstOrDefault(o =>
                o.Name != CreateCall && !ReferenceProvider.OperationsOfKeptCalls.Contains(o.Name)
            ) is
            { } foreign
        )
        {
            throw new UnusableInputException(
                "provider-missing",
                $"the embedded provider knows POST /v1/calls alone, and not {SafeText.Of(foreign.Name)}",
                plan.Description.Source,
                Servers.Of(plan.Description) is [var first, ..] servers
                    ? $"type --base-url {SafeText.Of(first)}"
                        + (servers.Count > 1 ? $" (or {SafeText.Of(string.Join(", ", servers.Skip(1)))})" : "")
                        + ": the description names it, and nothing is dialled by itself"
                    : "name the provider of this description with --base-url URL"
            );
        }
    }
}
