using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>Pacts that a broker wants verified, and the way to production.</summary>
public sealed class BrokerVerificationTests : IAsyncLifetime
{
    private BrokerStandIn _broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Choices =>
        [
            ("--branch nowhere", 0),
            ("""--consumer-version-selectors [{"mainBranch":true},{"deployedOrReleased":true}]""", 0),
            ("--include-wip-since 2026-01-01 --enable-pending", 45),
            ("--branch feature", 45),
            ("""--consumer-version-selectors {"branch":"feature"}""", 45),
        ];

    public async ValueTask InitializeAsync() => _broker = await BrokerStandIn.StartAsync(Token);

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    [Fact]
    public async Task Leads_from_publishing_to_production()
    {
        _broker.State.Environments["production"] = "16926ef3-590f-4e3f-838e-719717aa88c9";
        Assert.Equal(
            (0, ""),
            await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "main", "--pacts", Keyed)
        );
        var (early, why) = await SayAsync(
            "can-i-deploy",
            "--pacticipant",
            "thymia-consumer",
            "--version",
            "1.0.0",
            "--to-environment",
            "production"
        );
        Assert.Equal(3, early);
        Assert.Contains(
            "thymia-consumer 1.0.0 has no verdict yet and should not be deployed to production: ",
            why,
            StringComparison.Ordinal
        );

        var (verified, screen) = await SayAsync(
            "verify",
            "--publish-results",
            "--provider-version",
            "2.0.0",
            "--provider-branch",
            "trunk",
            "--build-url",
            "https://ci.example.com/8"
        );
        Assert.True(verified == 0, screen);
        Assert.Contains(
            "Broker    Pact between thymia-consumer (1.0.0) and thymia-voice-agent: success published for version "
                + "2.0.0",
            screen,
            StringComparison.Ordinal
        );
        var result = Assert.Single(_broker.State.Results);
        Assert.True(result.Success);
        Assert.Equal(
            45,
            result.Body["testResults"]!.AsArray().Select(r => r!["interactionId"]!.ToString()).Distinct().Count()
        );
        Assert.Equal("https://ci.example.com/8", result.Body["buildUrl"]!.ToString());
        Assert.Equal(["trunk"], _broker.State.Find("thymia-voice-agent", "2.0.0")!.Branches);

        foreach (var (name, version) in new[] { ("thymia-voice-agent", "2.0.0"), ("thymia-consumer", "1.0.0") })
        {
            Assert.Equal(
                0,
                (
                    await SayAsync(
                        "can-i-deploy",
                        "--pacticipant",
                        name,
                        "--version",
                        version,
                        "--to-environment",
                        "production"
                    )
                ).Exit
            );
            var (recorded, said) = await SayAsync(
                "record-deployment",
                "--pacticipant",
                name,
                "--version",
                version,
                "--environment",
                "production"
            );
            Assert.Equal(
                (0, $"Recorded  {name} {version} is deployed to production{Environment.NewLine}"),
                (recorded, said)
            );
            Assert.Equal(["production"], _broker.State.Find(name, version)!.Environments);
        }
    }

    [Fact(Explicit = true)]
    public async Task Publishes_a_failure_with_its_reasons()
    {
        await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "main", "--pacts", Keyed);

        Assert.Equal(
            1,
            (
                await SayAsync("verify", "--publish-results", "--provider-version", "2.0.0", "--defect", "id-not-uuid")
            ).Exit
        );

        var result = Assert.Single(_broker.State.Results);
        Assert.False(result.Success);
        var failed = result.Body["testResults"]!.AsArray().First(r => !r!["success"]!.GetValue<bool>())!["mismatches"]![
            0
        ]!;
        Assert.Equal(("body", "$.id"), (failed["attribute"]!.ToString(), failed["identifier"]!.ToString()));
        var (exit, said) = await SayAsync("can-i-deploy", "--pacticipant", "thymia-consumer", "--version", "1.0.0");
        Assert.Equal(1, exit);
        Assert.Contains(
            "thymia-consumer 1.0.0 must not be deployed: The verification for the pact",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact(Explicit = true)]
    public async Task Lets_a_pending_pact_fail_without_consequence()
    {
        await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "main", "--pacts", Keyed);

        Assert.Equal(1, (await SayAsync("verify", "--defect", "id-not-uuid")).Exit);
        var (exit, screen) = await SayAsync(
            "verify",
            "--defect",
            "id-not-uuid",
            "--enable-pending",
            "--provider-branch",
            "trunk"
        );

        Assert.Equal(0, exit);
        Assert.Contains(" pending and not as agreed", screen, StringComparison.Ordinal);
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Choices))]
    public async Task Verifies_the_pacts_that_are_chosen(string words, int interactions)
    {
        await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "feature", "--pacts", Keyed);

        var (exit, screen) = await SayAsync(["verify", .. words.Split(' ')]);

        Assert.Equal(interactions == 0 ? 3 : 0, exit);
        Assert.Contains(
            interactions == 0
                ? "the broker has no pact for thymia-voice-agent to verify (selectors {"
                : $"The pacts are honoured: {interactions} interactions.",
            screen,
            StringComparison.Ordinal
        );
    }

    [Fact(Explicit = true)]
    public async Task Publishes_nothing_where_something_was_not_tried()
    {
        await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "main", "--pacts", Keyed);
        var port = ClosedPort();

        var (exit, screen) = await SayAsync(
            "verify",
            "--publish-results",
            "--provider-version",
            "2.0.0",
            "--base-url",
            $"http://127.0.0.1:{port}"
        );

        Assert.Equal(3, exit);
        Assert.Contains(
            "nothing published, since not every interaction was tried and answered",
            screen,
            StringComparison.Ordinal
        );
        Assert.Empty(_broker.State.Results);
        Assert.Null(_broker.State.Find("thymia-voice-agent", "2.0.0"));
    }

    [Theory]
    [InlineData(
        "can-i-deploy --pacticipant shop --version 1 --to-environment moon",
        "the broker does not take whether version 1 of shop can be deployed (400: environment Environment with name "
            + "'moon' does not exist); correct what it names."
    )]
    [InlineData(
        "record-deployment --pacticipant shop --version 9 --environment production",
        "there is no version 9 of shop; publish its pacts or its verification results first."
    )]
    [InlineData(
        "record-deployment --pacticipant shop --version 1 --environment moon",
        "there is no environment 'moon'; it has production."
    )]
    [InlineData(
        """verify --consumer-version-selectors {"colour":"blue"}""",
        "the broker does not accept the choice of pacts (400: consumerVersionSelectors must specify a value for "
            + "environment or tag or branch, or specify mainBranch=true (at index 0)); correct "
            + "--consumer-version-selectors."
    )]
    public async Task Says_what_the_broker_does_not_know(string words, string sentence)
    {
        _broker.State.Environments["production"] = "16926ef3-590f-4e3f-838e-719717aa88c9";
        _ = _broker.State.Version("shop", "1");

        Assert.Equal(
            (2, $"error: {_broker.Url.ToString().TrimEnd('/')}: {sentence}{Environment.NewLine}"),
            await RunAsync(words.Split(' '))
        );
    }

    [Fact]
    public async Task Verifies_all_of_a_published_pact_with_and_without_a_key()
    {
        Assert.Equal(
            (0, ""),
            await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "main", "--pacts", GoldenPact.Folder)
        );

        var (exit, screen) = await SayAsync("verify");

        Assert.True(exit == 0, screen);
        Assert.Contains("46 interactions of thymia-consumer", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_a_result_under_the_version_that_the_environment_names()
    {
        Assert.Equal(
            (0, ""),
            await RunAsync("publish", "--consumer-version", "1.0.0", "--branch", "main", "--pacts", Keyed)
        );
        using var line = new CommandLine();
        line.Environment["THYMIA_PROVIDERVERSION"] = "7.8.9";

        Assert.Equal(0, await line.RunAsync(["verify", "--publish-results", .. Rest(line, ["verify"])]));

        Assert.Equal("7.8.9", Assert.Single(_broker.State.Results).ProviderVersion);
    }

    [Fact]
    public async Task Guesses_no_version_of_a_provider_elsewhere()
    {
        using var line = new CommandLine();
        line.Environment["THYMIA_APIKEY"] = "a-key-of-the-test";
        string[] words = ["verify", "--publish-results", "--base-url", "https://api.invalid"];

        Assert.Equal(2, await line.RunAsync([.. words, .. Rest(line, words)]));
        Assert.Equal(
            "error: --provider-version: the provider does not say at /openapi.json which version it is, and a result "
                + $"belongs to one; give it, or set THYMIA_PROVIDERVERSION.{Environment.NewLine}",
            line.Error
        );
    }

    [Theory]
    [InlineData(
        "verify --consumer-version-selectors main",
        "--consumer-version-selectors: 'main' is no selector; give JSON such as {\"mainBranch\":true} or "
            + "{\"branch\":\"feature\"}."
    )]
    [InlineData(
        "verify --include-wip-since yesterday",
        "--include-wip-since: 'yesterday' is no date; give a day such as 2026-01-31."
    )]
    [InlineData(
        "verify --publish-results",
        "--provider-version: no version is given, and neither CI's variables nor git know one; give one, such as the "
            + "commit's hash."
    )]
    [InlineData(
        "verify --pacts pacts",
        "--pacts: --pacts and --broker-url both say where the pacts are; leave one of them out."
    )]
    public async Task Says_what_cannot_be_read(string words, string sentence) =>
        Assert.Equal((2, $"error: {sentence}{Environment.NewLine}"), await RunAsync(words.Split(' ')));

    private static string Keyed => GoldenPact.Files.Single(f => !f.Contains("without-key", StringComparison.Ordinal));

    private static int ClosedPort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<(int Exit, string Error)> RunAsync(params string[] words)
    {
        using var line = new CommandLine();
        return (await line.RunAsync([.. words, .. Rest(line, words)]), line.Error);
    }

    private async Task<(int Exit, string Out)> SayAsync(params string[] words)
    {
        using var line = new CommandLine();
        return (await line.RunAsync([.. words, .. Rest(line, words)]), line.Out + line.Error);
    }

    private string[] Rest(CommandLine line, string[] words) =>
        ["--broker-url", $"{_broker.Url}", .. words[0] == "verify" ? new[] { "--out", line.Path("results") } : []];
}
