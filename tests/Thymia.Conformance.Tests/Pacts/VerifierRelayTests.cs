using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>What Pact's verifier sends goes through our sender alone.</summary>
public sealed class VerifierRelayTests : IDisposable
{
    private const string Key = "key-of-a-test-7";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Follows_no_redirect_so_that_key_and_body_reach_one_origin(int status)
    {
        await using var thief = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var provider = RawServer.Answering(Redirect(status, new Uri(thief.Url, "/steal").ToString()));

        var result = await VerifyAsync(
            provider.Url,
            Pact("POST", $$"""{"status":{{status}}}""", """,headers:{"x-api-key":"any"},body:{"a":1}""")
        );

        Assert.Equal(["x: as agreed"], result.Interactions.Select(i => i.Sentence));
        Assert.Empty(thief.Requests);
        Assert.Contains($"x-api-key: {Key}", Assert.Single(provider.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/list", "/list", "x: as agreed")]
    [InlineData(
        "/list",
        "/other",
        "x: answer header Location: Mismatch with header 'Location': Expected '/other' to be equal to '/list'"
    )]
    public async Task Compares_where_a_redirect_leads(string expected, string found, string sentence)
    {
        await using var provider = RawServer.Answering(Redirect(302, found));

        var result = await VerifyAsync(
            provider.Url,
            Pact("GET", $$$"""{"status":302,"headers":{"Location":"{{{expected}}}"}}""")
        );

        Assert.Equal([sentence], result.Interactions.Select(i => i.Sentence));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Compares_where_a_redirect_leads_by_the_pacts_matcher()
    {
        await using var provider = RawServer.Answering(Redirect(302, "/list/17"));

        var result = await VerifyAsync(
            provider.Url,
            Pact(
                "GET",
                """
                {"status":302,"headers":{"Location":"/list/1"},
                 "matchingRules":{"header":{"Location":{"combine":"AND","matchers":[{"match":"regex",
                   "regex":"^/list/\\d+$"}]}}}}
                """,
                version: "3.0.0"
            )
        );

        Assert.Equal(["x: as agreed"], result.Interactions.Select(i => i.Sentence));
    }

    [Fact]
    public async Task Sends_the_given_headers_in_place_of_the_pacts_and_never_shows_them()
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, """{"t":"secret-tenant"}"""));
        var request = Request(
            provider.Url,
            Pact("GET", """{"status":200,"body":{"t":"other"}}""", """,headers:{"X-Tenant":"a"}""")
        ) with
        {
            Headers = [new("x-tenant", "secret-tenant")],
        };

        var result = await PactVerifier.VerifyAsync(request, Token);

        Assert.Contains("x-tenant: secret-tenant\r\n", Assert.Single(provider.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Tenant: a", provider.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.Single(result.Interactions).Sentence, StringComparison.Ordinal);
        Assert.Equal(VerifyOutcome.Broken, result.Outcome);
    }

    [Fact]
    public async Task Says_that_no_answer_came_in_time()
    {
        await using var provider = RawServer.Doing(async (_, stop) => await Task.Delay(Timeout.Infinite, stop));
        var request = Request(provider.Url, Pact("GET", """{"status":200}""")) with
        {
            TimeOut = TimeSpan.FromMilliseconds(300),
        };

        var result = await PactVerifier.VerifyAsync(request, Token);

        Assert.Equal("timed out after 0.3 s, waiting for an answer", Assert.Single(result.Interactions).Error);
        Assert.Equal(VerifyOutcome.Unreachable, result.Outcome);
    }

    [Theory]
    [InlineData(true, new[] { "setup", "x", "teardown" })]
    [InlineData(false, new[] { "setup", "x" })]
    public async Task Sets_states_up_and_takes_them_down_where_asked(bool teardown, string[] expected)
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));
        var file = Pact(
            "GET",
            """{"status":200}""",
            version: "3.0.0",
            more: ""","providerStates":[{"name":"there are things"}]"""
        );
        var request = Request(provider.Url, file) with
        {
            ProviderStatesUrl = new Uri(provider.Url, "/states?a=b"),
            StateTeardown = teardown,
        };

        var result = await PactVerifier.VerifyAsync(request, Token);

        Assert.Equal(["x: as agreed"], result.Interactions.Select(i => i.Sentence));
        Assert.Equal(
            expected,
            provider.Requests.Select(r =>
                r.Contains("\"setup\"", StringComparison.Ordinal) ? "setup"
                : r.Contains("\"teardown\"", StringComparison.Ordinal) ? "teardown"
                : "x"
            )
        );
        Assert.All(provider.Requests.Where(r => r.Contains("states", StringComparison.Ordinal)), r =>
        {
            Assert.StartsWith("POST /states?a=b HTTP/1.1", r, StringComparison.Ordinal);
            Assert.DoesNotContain(Key, r, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Names_each_state_that_nobody_sets_up()
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));

        var result = await VerifyAsync(
            provider.Url,
            Pact(
                "GET",
                """{"status":200}""",
                version: "3.0.0",
                more: ""","providerStates":[{"name":"a"},{"name":"b"}]"""
            )
        );

        Assert.Equal(["a", "b"], result.StatesNotSetUp);
    }

    [Fact]
    public async Task Leaves_codings_of_an_answer_to_the_core_to_compare()
    {
        const string Head =
            "HTTP/1.1 200 X\r\nContent-Type: text/plain\r\nContent-Encoding: identity\r\nConnection: close\r\n";
        await using var provider = RawServer.Answering(Head + "Content-Length: 2\r\n\r\nok");

        var result = await VerifyAsync(
            provider.Url,
            Pact("GET", """{"status":200,"headers":{"Content-Encoding":"identity"},"body":"ok"}""")
        );

        Assert.Equal(["x: as agreed"], result.Interactions.Select(i => i.Sentence));
    }

    [Fact]
    public async Task Verifies_no_messages_and_says_so()
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));
        var file = Write(
            "4.0",
            """
            {"type":"Synchronous/HTTP","description":"x","request":{"method":"GET","path":"/x"},
              "response":{"status":200}},
            {"type":"Asynchronous/Messages","description":"an event","contents":{"content":{},
              "contentType":"application/json","encoded":false}}
            """
        );

        var result = await VerifyAsync(provider.Url, file);

        Assert.Equal(
            ["x: as agreed", "an event: not HTTP but a message (Asynchronous/Messages), so it is not verified"],
            result.Interactions.Select(i => i.Sentence)
        );
        Assert.Equal(VerifyOutcome.Passed, result.Outcome);
    }

    [Fact]
    public async Task Shows_comments_and_what_is_not_compared()
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));
        var file = Write(
            "4.0",
            """
            {"type":"Synchronous/HTTP","description":"x","comments":{"testname":"Shop.Buys","text":["seen in May"]},
             "request":{"method":"GET","path":"/x"},"response":{"status":200,"body":{"a":1}}}
            """
        );

        var result = await VerifyAsync(provider.Url, file);

        Assert.Equal(
            [
                "consumer's test: Shop.Buys",
                "comment: seen in May",
                "the response's body has no 'content', as Pact V4 demands, so it is not compared",
            ],
            Assert.Single(result.Interactions).Remarks
        );
    }

    private static string Redirect(int status, string to) =>
        $"HTTP/1.1 {status} X\r\nLocation: {to}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private string Pact(
        string method,
        string response,
        string request = "",
        string version = "2.0.0",
        string more = ""
    ) =>
        Write(
            version,
            $$$"""
            {"description":"x","request":{"method":"{{{method}}}","path":"/x"{{{Quoted(request)}}} },
              "response":{{{response}}}{{{more}}} }
            """
        );

    private static string Quoted(string members) =>
        members
            .Replace("headers:", "\"headers\":", StringComparison.Ordinal)
            .Replace("body:", "\"body\":", StringComparison.Ordinal);

    private string Write(string version, string interactions) =>
        _folder.Write(
            "pact.json",
            $$$"""
            {"consumer":{"name":"shop"},"provider":{"name":"things"},"interactions":[{{{interactions}}}],
             "metadata":{"pactSpecification":{"version":"{{{version}}}"} } }
            """
        );

    private static VerifyRequest Request(Uri baseUrl, string file) =>
        new()
        {
            BaseUrl = baseUrl,
            Files = [file],
            ApiKey = Key,
        };

    private static Task<VerifyResult> VerifyAsync(Uri baseUrl, string file) =>
        PactVerifier.VerifyAsync(Request(baseUrl, file), Token);
}
