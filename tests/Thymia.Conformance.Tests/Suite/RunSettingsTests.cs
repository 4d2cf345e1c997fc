using System.Xml.Linq;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Suite;

public sealed class RunSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "runsettings")).Select(f => Path.GetFileName(f))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_nothing_but_settings_that_exist_to_values_that_are_allowed(string name)
    {
        var variables = Variables(name);

        Assert.NotEmpty(variables);
        var known = SettingCatalogue.All.Select(s => s.Variable).Append("THYMIA_ENVIRONMENT").ToHashSet();
        Assert.Subset(known, variables.Keys.ToHashSet());
        Assert.NotNull(
            OptionsReader.Read(
                new ConfigurationInput
                {
                    Folder = _folder.Path,
                    Environment = variables,
                    UserSecrets = false,
                    Sends = false,
                }
            )
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Holds_no_secret_and_no_address(string name) =>
        Assert.DoesNotContain(Variables(name).Keys, k =>
            k == SettingCatalogue.ApiKey.Variable || k == SettingCatalogue.BaseUrl.Variable
        );

    [Fact(Explicit = true)]
    public async Task Local_passes_everything_against_the_provider_that_starts_by_itself()
    {
        var outcome = await new SuiteProcess(_folder.Path) { RunSettings = "local.runsettings" }.RunByDotnetAsync(
            null,
            Token
        );

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Empty(outcome.Tests("Failed"));
        Assert.Equal(
            [
                "delete-twice",
                "error-vocabulary",
                "gone-after-delete",
                "idempotent",
                "latency",
                "listed",
                "other-caller-refused",
                "readable-after-create",
                "updated",
            ],
            outcome.Tests("NotExecuted").Keys.Select(n => n.Split(" · ")[1]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(outcome.Results.GetProperty("cases").GetInt32(), outcome.Results.GetProperty("passed").GetInt32());
        Assert.True(outcome.Results.GetProperty("cases").GetInt32() > 500);
        Assert.InRange(outcome.Tests("Passed").Count, 500, int.MaxValue);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder.Path, "pacts")));
    }

    [Fact(Explicit = true)]
    public async Task Staging_tests_the_provider_that_variables_name_and_attaches_exchanges_without_secrets()
    {
        const string Key = "key-of-a-test-1234567";
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions { ApiKey = Key }, Token);
        var suite = new SuiteProcess(_folder.Path)
        {
            RunSettings = "staging.runsettings",
            Settings = { ["THYMIA_BASEURL"] = provider.BaseUrl.ToString(), ["THYMIA_APIKEY"] = Key },
        };

        var outcome = await suite.RunByDotnetAsync("location=user.birthSex&kind=lower-case", Token);

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        var exchange = outcome.Attachments(Assert.Single(outcome.Tests("Passed")).Key).Single().Value;
        Assert.Contains("POST /v1/calls HTTP/1.1", exchange, StringComparison.Ordinal);
        Assert.Matches("\"birthSex\":\"(male|female|intersex|unknown)\"", exchange);
        Assert.Contains("HTTP/1.1 422", exchange, StringComparison.Ordinal);
        Assert.Contains("\"dateOfBirth\":\"[masked]\"", exchange, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, exchange + outcome.Output, StringComparison.OrdinalIgnoreCase);
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "pacts-of-a-part")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "pacts")));
        Assert.Equal(provider.BaseUrl, new Uri(outcome.Results.GetProperty("baseUrl").GetString()!));
    }

    private static Dictionary<string, string> Variables(string name) =>
        XDocument
            .Parse(Repository.Read($"runsettings/{name}"))
            .Descendants("EnvironmentVariables")
            .Elements()
            .ToDictionary(e => e.Name.LocalName, e => e.Value);
}
