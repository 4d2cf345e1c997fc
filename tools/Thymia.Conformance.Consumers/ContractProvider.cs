using Thymia.Conformance.OpenApi;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Consumers;

/// <summary>
/// A provider of the contract for one test of a consumer, in this process, on a loopback port of its own. It validates
/// and answers as the contract says. Disposing of it fails the test where the consumer did not do what the contract
/// says, or what the test expected; else what the consumer used is in its pact.
/// </summary>
public sealed class ContractProvider : IAsyncDisposable
{
    private readonly ReferenceProvider _provider;
    private readonly CallObserver _observer;
    private readonly ContractProviderOptions _options;

    private ContractProvider(ReferenceProvider provider, CallObserver observer, ContractProviderOptions options)
    {
        _provider = provider;
        _observer = observer;
        _options = options;
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseUrl => _provider.BaseUrl;

    /// <summary>The key it lets in; it opens nothing anywhere.</summary>
    public static string ApiKey => ProviderOptions.DemoApiKey;

    /// <summary>
    /// A sentence for each thing that is not as it should be so far, expectations that are still open included.
    /// </summary>
    public IReadOnlyList<string> Mismatches => _observer.Mismatches;

    /// <summary>Starts a provider; it answers as soon as the task is done, and until it is disposed of.</summary>
    /// <param name="options">Those of the environment by default.</param>
    public static async Task<ContractProvider> StartAsync(
        ContractProviderOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        var observer = new CallObserver(ConsumerContract.Shipped);
        var provider = await ReferenceProvider
            .StartAsync(new ProviderOptions { Around = observer.HandleAsync }, cancellation)
            .ConfigureAwait(false);
        return new ContractProvider(provider, observer, options ?? new ContractProviderOptions());
    }

    /// <summary>
    /// Expects one call, which the pact has under this description; by default it is answered as any other.
    /// </summary>
    /// <param name="description">A noun phrase, unique within the pact: <c>a call in Japanese</c>.</param>
    /// <exception cref="ArgumentException">The contract has no such operation.</exception>
    public ExpectedCall Expect(string description, HttpMethod method, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(method);
        var operation = ConsumerContract.Shipped.Find(method.Method, path)
            ?? throw new ArgumentException($"The contract has no operation {method.Method} {path}.", nameof(path));
        var expected = new ExpectedCall(description, operation, ConsumerContract.Shipped.Schemas);
        _observer.Add(expected);
        return expected;
    }

    /// <summary>Stops it and writes the pact.</summary>
    /// <exception cref="ContractMismatchException">Something was not as the contract or the test has it;
    /// nothing is written then.</exception>
    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync().ConfigureAwait(false);
        if (_observer.Mismatches is { Count: > 0 } mismatches)
        {
            throw new ContractMismatchException(mismatches);
        }

        PactBook.Add(_options, _observer.Used);
    }
}
