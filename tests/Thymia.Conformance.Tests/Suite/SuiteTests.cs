using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Suite;

public sealed class SuiteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fails_exactly_the_tests_that_a_Defect_concerns_and_says_why()
    {
        var spoilt = new ProviderOptions { Defects = ["birth-sex-any-case"] };
        await using var provider = await ReferenceProvider.StartAsync(spoilt, Token);

        var (exit, output) = await RunAsync("location=user.birthSex", provider.BaseUrl, ("THYMIA_SEED", "7"));

        Assert.Equal(1, exit);
        Assert.Equal(
            [
                "POST /v1/calls · user.birthSex · enum · capitalised is rejected",
                "POST /v1/calls · user.birthSex · enum · lower case is rejected",
            ],
            FailedTests(output));
        Assert.Contains("request body at /user/birthSex: found status 200", output, StringComparison.Ordinal);
        Assert.Contains("post-v1-calls:user.birthSex:enum:lower-case (seed 7)", output, StringComparison.Ordinal);
        Assert.Contains("curl -sS", output, StringComparison.Ordinal);
        Assert.Equal(2, Results().GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task Skips_the_tests_of_a_deviation_that_is_known()
    {
        var spoilt = new ProviderOptions { Defects = ["birth-sex-any-case"] };
        await using var provider = await ReferenceProvider.StartAsync(spoilt, Token);
        var known = _folder.Write("known.yaml", """
            deviations:
              - id: lenient-sex
                check: invalid-rejected
                location: request body at /user/birthSex
                reason: old clients
                owner: calls team
                expires: 2999-12-31
            """);

        var (exit, output) = await RunAsync("location=user.birthSex", provider.BaseUrl, ("THYMIA_DEVIATIONS", known));

        Assert.True(exit == 0, output);
        Assert.Equal(2, output.Split("known deviation lenient-sex: old clients (calls team, until 2999-12-31)").Length - 1);
        Assert.Equal("known", Results().GetProperty("deviations")[0].GetProperty("state").GetString());
        Assert.Equal((0, 2), (Results().GetProperty("failed").GetInt32(), Results().GetProperty("known").GetInt32()));
    }

    [Fact]
    public async Task Fails_at_once_where_nobody_listens()
    {
        var (exit, output) = await RunAsync("location=user.birthSex", new Uri($"http://127.0.0.1:{ClosedPort()}"));

        Assert.Equal(1, exit);
        Assert.Contains("connection refused by 127.0.0.1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("[SKIP]", output, StringComparison.Ordinal);
        Assert.Equal(1, Results().GetProperty("cases").GetInt32());
    }

    [Fact]
    public async Task Gives_up_on_a_provider_that_answers_nothing()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var (exit, output) = await RunAsync(
            "location=user.birthSex",
            new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"),
            ("THYMIA_TIMEOUT", "100ms"));

        Assert.Equal(1, exit);
        Assert.Contains("timed out after 0.1 s", output, StringComparison.Ordinal);
        Assert.Equal(3, Results().GetProperty("cases").GetInt32());
    }

    [Fact]
    public async Task Refuses_to_test_the_embedded_provider_in_the_name_of_staging()
    {
        var (exit, output) = await RunAsync("scope=run", null, ("THYMIA_ENVIRONMENT", "staging"));

        Assert.Equal(1, exit);
        Assert.Contains(
            "BaseUrl: THYMIA_ENVIRONMENT names 'staging', and no provider is configured for it; set THYMIA_BASEURL",
            output,
            StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunAsync(
        string trait, Uri? baseUrl, params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(s => s.Name, s => s.Value);
        if (baseUrl is not null)
        {
            all["THYMIA_BASEURL"] = baseUrl.ToString();
        }

        return SuiteProcess.RunAsync(trait, _folder.Path, all, Token);
    }

    private JsonElement Results() =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(_folder.Path, "results.json")));

    private static IEnumerable<string> FailedTests(string output) => output.Split('\n')
        .Where(l => l.TrimEnd().EndsWith("[FAIL]", StringComparison.Ordinal))
        .Select(l => l.Trim()[..^"[FAIL]".Length].Trim()).Order(StringComparer.Ordinal);

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
