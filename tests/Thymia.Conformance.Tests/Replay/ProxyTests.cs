using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>The usual variables, as a process of its own finds them; no name here leads anywhere without the proxy.</summary>
public sealed class ProxyTests
{
    private const string Key = "key-of-a-test-7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [WideFact]
    public async Task Http_goes_to_the_proxy_with_the_whole_address()
    {
        await using var proxy = RawServer.Answering(RawServer.Json(422, """{"detail":[]}"""));

        await RunAsync("http://staging.example.test", ("http_proxy", proxy.Url.ToString()));

        Assert.StartsWith("POST http://staging.example.test/v1/calls HTTP/1.1", proxy.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_asks_the_proxy_for_a_way_and_shows_it_no_key()
    {
        await using var proxy = RawServer.Answering("HTTP/1.1 403 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var (exit, error) = await RunAsync("https://staging.example.test", ("HTTPS_PROXY", proxy.Url.ToString()));

        Assert.StartsWith("CONNECT staging.example.test:443 HTTP/1.1", proxy.Requests.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, proxy.Requests[0], StringComparison.Ordinal);
        Assert.Equal(3, exit);
        Assert.Contains("the proxy gives no way to staging.example.test:443", error, StringComparison.Ordinal);
    }

    [WideTheory]
    [InlineData("http://staging.example.test", "staging.example.test")]
    [InlineData("http://127.0.0.1:1", "")]
    public async Task What_is_excepted_and_this_machine_are_reached_directly(string url, string excepted)
    {
        await using var proxy = RawServer.Answering(RawServer.Json(422, """{"detail":[]}"""));

        var (exit, _) = await RunAsync(url, ("http_proxy", proxy.Url.ToString()), ("no_proxy", excepted));

        Assert.Equal(3, exit);
        Assert.Empty(proxy.Requests);
    }

    private static async Task<(int Exit, string Error)> RunAsync(string url, params (string Name, string Value)[] variables)
    {
        using var folder = new TemporaryFolder();
        var environment = variables.ToDictionary(v => v.Name, v => v.Value);
        environment["THYMIA_APIKEY"] = Key;
        using var process = CliProcess.Start(
            folder.Path, environment, "run", "--quiet", "--no-pacts", "--random", "0", "--filter", "keyword=enum", "--allow-http",
            "--rate", "none", "--base-url", url);
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        await output;
        return (process.ExitCode, error);
    }
}
