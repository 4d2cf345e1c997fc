using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>A broker on loopback, and a command line that publishes to it.</summary>
public abstract class PublishFixture : IAsyncLifetime
{
    private protected readonly CommandLine _line = new();
    private protected BrokerStandIn _broker = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static string Keyed =>
        GoldenPact.Files.Single(f => !f.Contains("without-key", StringComparison.Ordinal));

    public async ValueTask InitializeAsync() => _broker = await BrokerStandIn.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        _line.Dispose();
        await _broker.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected string Place => _broker.Url.ToString().TrimEnd('/');

    private protected static bool Is(string expected, string actual)
    {
        Assert.Equal(expected, actual);
        return true;
    }

    private protected Task<int> PublishAsync(params string[] more) =>
        _line.RunAsync([.. Arguments([.. more, "--pacts", GoldenPact.Folder])]);

    private protected IEnumerable<string> Arguments(params string[] more) =>
        ["publish", "--broker-url", $"{_broker.Url}", "--consumer-version", "1.0.0", .. more];
}
