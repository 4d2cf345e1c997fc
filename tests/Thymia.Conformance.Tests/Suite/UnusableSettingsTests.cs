using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The suite with settings that no test can start from, and with filters that choose none.</summary>
public sealed class UnusableSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "THYMIA_BASEURL",
        "http://staging.example.com",
        "THYMIA_BASEURL: the key would travel unencrypted to staging.example.com; use https, or THYMIA_ALLOWHTTP "
            + "where the network is trusted."
    )]
    [InlineData(
        "THYMIA_RATE",
        "fast",
        "THYMIA_RATE: 'fast' from the environment variable THYMIA_RATE is not allowed; give a number"
    )]
    [InlineData("THYMIA_DESCRIPTION", "nowhere.yaml", "nowhere.yaml: ")]
    public async Task Are_one_failed_test_with_one_sentence(string name, string value, string sentence)
    {
        var outcome = await Suite(name, value).RunAloneAsync("/[(scope=run)|(scope=check)]", Token);

        Assert.Equal(1, outcome.ExitCode);
        var failed = Assert.Single(outcome.Tests("Failed")).Value;
        Assert.Contains(sentence, failed, StringComparison.Ordinal);
        Assert.DoesNotContain("--", failed, StringComparison.Ordinal);
        Assert.Empty(outcome.Tests("Passed"));
    }

    [Theory]
    [InlineData("InvalidRequests")]
    [InlineData("RandomRequests")]
    public async Task Fail_whatever_filter_is_given(string type)
    {
        var outcome = await Suite("THYMIA_SEED", "x").RunAloneAsync($"/*/*/{type}/*", Token);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Tests("Failed"));
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_fails()
    {
        var (exit, output) = await SuiteProcess.WaitAsync(
            new SuiteProcess(_folder.Path).Start(
                "dotnet",
                "test",
                "tests/Thymia.Conformance.Suite",
                "--no-build",
                "--nologo",
                "-c",
                SuiteProcess.Configuration,
                "--filter",
                "location=nowhere"
            ),
            Token
        );

        Assert.True(exit == 1, output);
        Assert.Contains("No test matches", output, StringComparison.Ordinal);
    }

    private SuiteProcess Suite(string name, string value) => new(_folder.Path) { Settings = { [name] = value } };
}
