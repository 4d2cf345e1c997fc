using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Pacts;
using Thymia.Conformance.Tests.Pacts.Broker;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The scripts that workflows run, as a job runs them.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _summary;

    public ScriptTests() => _summary = _folder.Write("summary.md", "");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Explicit = true)]
    public async Task A_night_leaves_its_files_and_tells_what_has_drifted_since_another()
    {
        using var earlier = new CommandLine();
        await earlier.RunAsync(
            "run",
            "--no-pacts",
            "--quiet",
            "--random",
            "0",
            "--filter",
            "location=user.birthSex,keyword=enum",
            "--out",
            earlier.Folder
        );
        await using var spoilt = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = ["birth-sex-any-case"] },
            Token
        );

        var (exit, output) = await RunAsync(
            [
                ".ci/nightly",
                earlier.Folder,
                "--results-directory",
                Path.Combine(_folder.Path, "tests"),
                "--filter",
                "location=user.birthSex&keyword=enum",
            ],
            ("THYMIA_BASEURL", spoilt.BaseUrl.ToString()),
            ("THYMIA_ENVIRONMENT", "staging")
        );

        Assert.True(exit == 1, output);
        Assert.Equal(2, new SuiteOutcome(exit, output, _folder.Path).Results.GetProperty("failed").GetInt32());
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "tests"), "*.trx"));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "tests"), "*.xml"));
        Assert.Contains("Data collector 'Blame'", output, StringComparison.Ordinal);
        Assert.Contains("::warning title=Newly broken since the earlier night::", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "changes.html")));
        var summary = await File.ReadAllTextAsync(_summary, Token);
        Assert.StartsWith("### ❌", summary, StringComparison.Ordinal);
        Assert.Contains("### Since the earlier night", summary, StringComparison.Ordinal);
        Assert.Contains("### The contract, and what the provider says it is", summary, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output + summary);
    }

    [Fact(Explicit = true)]
    public async Task A_night_without_a_provider_fails_and_takes_no_old_results_for_its_own()
    {
        _folder.Write("results.json", "{}");

        var (exit, output) = await RunAsync(
            [".ci/nightly", "", "--results-directory", Path.Combine(_folder.Path, "tests")],
            ("THYMIA_ENVIRONMENT", "staging")
        );

        Assert.Equal(1, exit);
        Assert.Contains(
            "THYMIA_ENVIRONMENT names 'staging', and no provider is configured for it",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("::error title=No results::", output, StringComparison.Ordinal);
    }

    public static TheoryData<bool?, int, string> Versions => [(false, 1, "no"), (true, 0, "yes"), (null, 0, "unknown")];

    [Theory(Explicit = true)]
    [MemberData(nameof(Versions))]
    public async Task Publishing_tells_whether_the_version_may_be_deployed(bool? verified, int exit, string deployable)
    {
        const string Secret = "token-of-a-test-1234567";
        await using var broker = await BrokerStandIn.StartAsync(Token);
        broker.Authorization = $"Bearer {Secret}";
        var outputs = _folder.Write("outputs", "");
        (string, string)[] settings =
        [
            ("PACT_BROKER_BASE_URL", broker.Url.ToString()),
            ("PACT_BROKER_TOKEN", Secret),
            ("GITHUB_OUTPUT", outputs),
            ("GITHUB_SHA", "abcdef0123"),
            ("GITHUB_REF_NAME", "main"),
            ("GITHUB_REF_TYPE", "branch"),
        ];
        if (verified is { } success)
        {
            // The provider verifies what was published, which is the content of both files.
            var (_, published) = await RunAsync([".ci/publish-pacts", GoldenPact.Folder], settings);
            Assert.True(broker.State.Pacts.Count == 1, published);
            var pact = broker.State.Pacts[0];
            broker.State.Version(pact.Provider, "7");
            broker.State.Results.Add(new StoredResult(pact.Provider, pact.Sha, "7", success, []));
            _folder.Write("outputs", "");
        }

        var (code, output) = await RunAsync([".ci/publish-pacts", GoldenPact.Folder], settings);

        Assert.True(code == exit, output);
        Assert.Equal($"deployable={deployable}\n", await File.ReadAllTextAsync(outputs, Token));
        var version = Assert.Single(broker.State.Versions, v => v.Pacticipant == "thymia-consumer");
        Assert.Equal(("abcdef0123", "main"), (version.Number, Assert.Single(version.Branches)));
        Assert.Contains(
            "### Can it be deployed?",
            await File.ReadAllTextAsync(_summary, Token),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Publishing_records_the_reference_provider_and_the_result_of_the_configured_one()
    {
        await using var broker = await BrokerStandIn.StartAsync(Token);
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var (_, output) = await RunAsync(
            [".ci/publish-pacts"],
            ("PACT_BROKER_BASE_URL", $"{broker.Url}"),
            ("GITHUB_SHA", "abcdef0123"),
            ("THYMIA_BASEURL", $"{provider.BaseUrl}"),
            ("THYMIA_APIKEY", ProviderOptions.DemoApiKey),
            ("THYMIA_OUT", Path.Combine(_folder.Path, "out")),
            ("THYMIA_PROVIDERVERSION", "7.8.9")
        );

        var result = Assert.Single(broker.State.Results);
        Assert.True(result.Success, output);
        Assert.Equal("7.8.9", result.ProviderVersion);
        Assert.Equal("abcdef0123", Assert.Single(broker.State.Pacts).ConsumerVersion);
    }

    [Theory]
    [InlineData("v0.0.1", 1, "Version in Directory.Build.props says which it is")]
    [InlineData("v{0}", 0, "version {0}")]
    public async Task Releasing_needs_a_tag_of_the_version_that_the_packages_have(string tag, int exit, string said)
    {
        string Of(string text) => text.Replace("{0}", Repository.Version, StringComparison.Ordinal);

        var (code, output) = await RunAsync([".ci/release", "check", Of(tag)]);

        Assert.Contains(Of(said), output, StringComparison.Ordinal);
        Assert.Equal(exit, code);
    }

    [Fact]
    public async Task Releasing_pushes_nothing_without_a_key()
    {
        var (exit, output) = await RunAsync([".ci/release", "push", _folder.Path], ("NUGET_API_KEY", ""));

        Assert.Equal(0, exit);
        Assert.Contains("Nothing is pushed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_fails_where_no_broker_is_named()
    {
        var (exit, output) = await RunAsync([".ci/publish-pacts", GoldenPact.Folder], ("GITHUB_SHA", "abcdef0123"));

        Assert.Equal(2, exit);
        Assert.Contains("no broker is named", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(
        string[] script,
        params (string Name, string Value)[] settings
    )
    {
        var suite = new SuiteProcess(_folder.Path)
        {
            Settings =
            {
                ["CONFORMANCE_BUILT"] = SuiteProcess.Configuration,
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_STEP_SUMMARY"] = _summary,
            },
        };
        foreach (var (name, value) in settings)
        {
            suite.Settings[name] = value;
        }

        return await SuiteProcess.WaitAsync(suite.Start("bash", script), Token);
    }
}
