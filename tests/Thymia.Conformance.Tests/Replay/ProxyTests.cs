using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>
/// The usual variables, as a process of its own finds them; no name here leads anywhere without the proxy.
/// </summary>
public sealed class ProxyTests
{
    private const string Key = "key-of-a-test-7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Http_goes_to_the_proxy_with_the_whole_address()
    {
        await using var proxy = RawServer.Answering(RawServer.Json(422, """{"detail":[]}"""));

        await RunAsync("http://staging.example.test", ("http_proxy", proxy.Url.ToString()));

        Assert.StartsWith(
            "POST http://staging.example.test/v1/calls HTTP/1.1",
            proxy.Requests[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Https_asks_the_proxy_for_a_way_and_shows_it_no_key()
    {
        await using var proxy = RawServer.Answering("HTTP/1.1 403 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var (exit, error) = await RunAsync("https://staging.example.test", ("HTTPS_PROXY", proxy.Url.ToString()));

        Assert.StartsWith(
            "CONNECT staging.example.test:443 HTTP/1.1",
            proxy.Requests.Single(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Key, proxy.Requests[0], StringComparison.Ordinal);
        Assert.Equal(3, exit);
        Assert.Contains("the proxy gives no way to staging.example.test:443", error, StringComparison.Ordinal);
    }

    [Theory(Explicit = true)]
    [InlineData("http://staging.example.test", "staging.example.test")]
    [InlineData("http://127.0.0.1:1", "")]
    public async Task What_is_excepted_and_this_machine_are_reached_directly(string url, string excepted)
    {
        await using var proxy = RawServer.Answering(RawServer.Json(422, """{"detail":[]}"""));

        var (exit, _) = await RunAsync(url, ("http_proxy", proxy.Url.ToString()), ("no_proxy", excepted));

        Assert.Equal(3, exit);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task A_verification_of_this_machine_is_never_sent_through_a_proxy()
    {
        await using var proxy = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));
        using var folder = new TemporaryFolder();
        var pact = folder.Write(
            "pact.json",
            """
            {"consumer":{"name":"shop"},"provider":{"name":"things"},
              "metadata":{"pactSpecification":{"version":"2.0.0"}},
             "interactions":[{"description":"x","request":{"method":"GET","path":"/x","headers":{"x-api-key":"a"}},
               "response":{"status":200}}]}
            """
        );

        var (exit, error) = await StartAsync(
            folder,
            [("http_proxy", proxy.Url.ToString()), ("HTTP_PROXY", proxy.Url.ToString()), ("no_proxy", "")],
            "verify",
            "--pacts",
            pact,
            "--base-url",
            provider.Url.ToString()
        );

        Assert.Equal((0, ""), (exit, error));
        Assert.Empty(proxy.Requests);
        Assert.Contains(Key, Assert.Single(provider.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_of_this_machine_is_never_asked_through_a_proxy()
    {
        await using var proxy = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var broker = RawServer.Answering(RawServer.Json(200, "{}"));
        using var folder = new TemporaryFolder();

        var (exit, _) = await StartAsync(
            folder,
            [("http_proxy", proxy.Url.ToString()), ("no_proxy", ""), ("PACT_BROKER_TOKEN", "token-of-a-test")],
            "verify",
            "--broker-url",
            broker.Url.ToString()
        );

        Assert.Equal(2, exit);
        Assert.Empty(proxy.Requests);
        Assert.Contains("token-of-a-test", Assert.Single(broker.Requests), StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Error)> RunAsync(
        string url,
        params (string Name, string Value)[] variables
    )
    {
        using var folder = new TemporaryFolder();
        return await StartAsync(
            folder,
            variables,
            "run",
            "--quiet",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "keyword=enum",
            "--allow-http",
            "--rate",
            "none",
            "--base-url",
            url
        );
    }

    private static async Task<(int Exit, string Error)> StartAsync(
        TemporaryFolder folder,
        (string Name, string Value)[] variables,
        params string[] words
    )
    {
        var environment = variables.ToDictionary(v => v.Name, v => v.Value);
        environment["THYMIA_APIKEY"] = Key;
        using var process = CliProcess.Start(folder.Path, environment, words);
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        await output;
        return (process.ExitCode, error);
    }
}
