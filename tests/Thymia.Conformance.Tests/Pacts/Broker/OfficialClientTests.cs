using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>
/// Holds the stand-in of a broker to the official clients: what they take for a broker, we may take for one, too.
/// </summary>
public sealed class OfficialClientTests : IAsyncLifetime
{
    private BrokerStandIn _broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Keyed => GoldenPact.Files.Single(f => !f.Contains("without-key", StringComparison.Ordinal));

    public async ValueTask InitializeAsync() => _broker = await BrokerStandIn.StartAsync(Token);

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task Lead_from_publishing_to_production()
    {
        await PassAsync("create-environment", "--name", "production", "--production");
        await PassAsync("publish", Keyed, "--consumer-app-version", "1.0.0", "--branch", "main");
        Assert.Equal(
            45,
            System.Text.Json.Nodes.JsonNode.Parse(Assert.Single(_broker.State.Pacts).Content)!["interactions"]!
                .AsArray()
                .Count
        );

        await VerifyAsync("2.0.0", 0);
        Assert.True(Assert.Single(_broker.State.Results).Success);
        Assert.Equal(["trunk"], _broker.State.Find("thymia-voice-agent", "2.0.0")!.Branches);

        await PassAsync(
            "record-deployment",
            "--pacticipant",
            "thymia-voice-agent",
            "--version",
            "2.0.0",
            "--environment",
            "production"
        );
        await PassAsync(
            "can-i-deploy",
            "--pacticipant",
            "thymia-consumer",
            "--version",
            "1.0.0",
            "--to-environment",
            "production"
        );
        Assert.Equal(["production"], _broker.State.Find("thymia-voice-agent", "2.0.0")!.Environments);
    }

    [Fact(Explicit = true)]
    public async Task Are_told_of_a_conflict_and_of_a_failed_verification()
    {
        await PassAsync("publish", Keyed, "--consumer-app-version", "1.0.0", "--branch", "main");
        using var folder = new Configuration.TemporaryFolder();
        var changed = folder.Write(
            "pact.json",
            (await File.ReadAllTextAsync(Keyed, Token)).Replace("\"MALE\"", "\"FEMALE\"", StringComparison.Ordinal)
        );

        var conflict = await BrokerAsync("publish", changed, "--consumer-app-version", "1.0.0", "--branch", "main");
        Assert.Equal(1, conflict.ExitCode);
        Assert.Contains("Cannot change the content of the pact", conflict.Output, StringComparison.Ordinal);

        await VerifyAsync("2.0.0", 1, "id-not-uuid");
        Assert.False(Assert.Single(_broker.State.Results).Success);
        Assert.Equal(
            1,
            (await BrokerAsync("can-i-deploy", "--pacticipant", "thymia-consumer", "--version", "1.0.0")).ExitCode
        );
    }

    private async Task VerifyAsync(string version, int exit, params string[] defects)
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions { Defects = defects }, Token);
        var verified = await NpmTool.PactAsync(
            Token,
            "verifier",
            "--broker-url",
            $"{_broker.Url}",
            "--provider-name",
            "thymia-voice-agent",
            "--hostname",
            "127.0.0.1",
            "--port",
            $"{provider.BaseUrl.Port}",
            "--header",
            $"x-api-key={ProviderOptions.DemoApiKey}",
            "--no-colour",
            "--consumer-version-selectors",
            """{"mainBranch":true}""",
            "--publish",
            "--provider-version",
            version,
            "--provider-branch",
            "trunk"
        );
        Assert.True(verified.ExitCode == exit, verified.Output);
    }

    private async Task PassAsync(params string[] arguments)
    {
        var ran = await BrokerAsync(arguments);
        Assert.True(ran.ExitCode == 0, ran.Output);
    }

    private Task<NpmTool> BrokerAsync(params string[] arguments) =>
        NpmTool.PactAsync(Token, ["broker", .. arguments, "--broker-base-url", $"{_broker.Url}"]);
}
