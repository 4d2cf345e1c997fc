using System.Diagnostics;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Pacts;
using Thymia.Conformance.Tests.Pacts.Broker;
using Thymia.Conformance.Tests.Suite;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Consumers;

/// <summary>The sample of a consumer, as somebody would run it.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Sample => Path.Combine(Repository.Root, "docs", "samples", "consumer");

    private static string Pact => Path.Combine(Sample, "pacts", "web-shop-thymia-voice-agent.json");

    public void Dispose() => _folder.Dispose();

    [Fact(Explicit = true)]
    public async Task Its_tests_pass_and_leave_its_pact()
    {
        var (exit, output) = await RunAsync("dotnet", "test", Sample, "--nologo", "-p:RunAnalyzers=false");

        Assert.True(exit == 0, output);
        Assert.Equal(
            await File.ReadAllTextAsync(Pact, Token),
            await File.ReadAllTextAsync(Path.Combine(_folder.Path, "pacts", Path.GetFileName(Pact)), Token)
        );
    }

    [Fact(Explicit = true)]
    public async Task The_official_verifier_passes_its_pact()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var verified = await NpmTool.PactAsync(
            Token,
            "verifier",
            "--file",
            Pact,
            "--hostname",
            provider.BaseUrl.Host,
            "--port",
            $"{provider.BaseUrl.Port}",
            "--header",
            $"x-api-key={ProviderOptions.DemoApiKey}",
            "--state-change-url",
            $"{new Uri(provider.BaseUrl, "/_pact/provider-states")}",
            "--no-colour"
        );

        Assert.True(verified.ExitCode == 0, verified.Output);
    }

    [Fact]
    public async Task A_broker_takes_its_pact()
    {
        await using var broker = await BrokerStandIn.StartAsync(Token);
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await line.RunAsync(
                "publish",
                "--pacts",
                Path.GetDirectoryName(Pact)!,
                "--consumer-version",
                "1.0.0",
                "--broker-url",
                $"{broker.Url}"
            )
        );
        Assert.Equal("web-shop", Assert.Single(broker.State.Pacts).Consumer);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["THYMIA_OUT"] = _folder.Path;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await error);
    }
}
