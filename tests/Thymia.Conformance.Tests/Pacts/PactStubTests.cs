using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Stubbing;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Pacts;

public sealed class PactStubTests : IDisposable
{
    private readonly HttpClient _http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Answers_the_payload_of_the_documented_samples_and_refuses_it_without_a_key()
    {
        await using var stub = await StartAsync(GoldenPact.Files);

        // What all eight client samples on the page about the operation send.
        var documented = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "payloads", "create-call-v-1-calls-post.json"),
            Token
        );
        var accepted = await CallAsync(stub, documented, "any key");
        var refused = await CallAsync(stub, documented, null);

        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Contains("\"status\"", accepted.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("\"x-api-key\"", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_nearest_interaction_and_each_difference_to_whoever_sent_what_fits_nothing()
    {
        var line = new TaskCompletionSource<string>();
        await using var stub = await StartAsync(GoldenPact.Files, line.SetResult);

        var answer = await CallAsync(
            stub,
            """
            {"user":{"userLabel":"a","dateOfBirth":"1990-02","birthSex":"MALE"},"language":"en-GB","agent":{"id":"a",
              "context":{"name":"b"}}}
            """,
            "key-of-somebody"
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        var nearest = JsonNode.Parse(answer.Body)!["nearest"]!;
        Assert.Equal("a call as documented", nearest["description"]!.GetValue<string>());
        Assert.StartsWith(
            "request body at $.user.dateOfBirth: found \"1990-02\", expected text that matches ^",
            nearest["mismatches"]!.AsArray().Single()!.GetValue<string>(),
            StringComparison.Ordinal
        );
        var shown = await line.Task.WaitAsync(Token);
        Assert.StartsWith(
            "404 POST /v1/calls: no interaction fits; nearest is 'a call as documented'",
            shown,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("1990-02", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-somebody", answer.Body + shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listens_on_this_machine_alone_unless_it_is_given_another_address()
    {
        await using var stub = await StartAsync(GoldenPact.Files);
        await using var open = await PactStub.StartAsync(
            new StubOptions { Pacts = PactFiles.Find(GoldenPact.Files), Host = IPAddress.Any },
            Token
        );

        Assert.Equal("127.0.0.1", stub.BaseUrl.Host);
        Assert.Equal("0.0.0.0", open.BaseUrl.Host);
    }

    [Fact]
    public async Task Makes_fresh_values_where_the_pact_has_generators()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "fresh.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"consumer":{"name":"c"},"provider":{"name":"p"},"metadata":{"pactSpecification":{"version":"4.0"}},
             "interactions":[{"type":"Synchronous/HTTP","description":"d","request":{"method":"POST",
               "path":"/v1/calls"},
             "response":{"status":200,"body":{"content":{"id":"shown","at":"shown","n":0,"kept":"shown"},
               "contentType":"application/json"},
             "generators":{"body":{"$.id":{"type":"Uuid"},"$.at":{"type":"DateTime","format":"yyyy-MM-dd'T'HH:mm:ssX"},
             "$.n":{"type":"RandomInt","min":5,"max":5},"$.kept":{"type":"ProviderState"}}}}}]}
            """,
            Token
        );
        await using var stub = await StartAsync([file]);

        var first = JsonNode.Parse((await CallAsync(stub, "{}", null)).Body)!;
        var second = JsonNode.Parse((await CallAsync(stub, "{}", null)).Body)!;

        Assert.True(Guid.TryParse(first["id"]!.GetValue<string>(), out var id));
        Assert.NotEqual(id.ToString(), second["id"]!.GetValue<string>());
        Assert.True(
            DateTimeOffset.TryParseExact(
                first["at"]!.GetValue<string>(),
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                null,
                default,
                out _
            )
        );
        Assert.Equal(5, first["n"]!.GetValue<int>());
        Assert.Equal("shown", first["kept"]!.GetValue<string>());
    }

    [Fact]
    public async Task Says_which_interactions_no_request_can_fit()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "odd.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[{"description":"d","request":{"path":"/",
             "matchingRules":{"body":{"$.a":{"matchers":[{"match":"lunar"}]}}}},"response":{}}]}
            """,
            Token
        );
        await using var stub = await StartAsync([file]);

        Assert.Equal(
            ["odd.json: 'd' uses the matcher 'lunar', which is not known here; no request fits it"],
            stub.Notes
        );
    }

    [Fact]
    public async Task Says_that_a_port_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var problem = await Assert.ThrowsAsync<UnusableInputException>(() =>
            PactStub.StartAsync(new StubOptions { Pacts = PactFiles.Find(GoldenPact.Files), Port = port }, Token)
        );

        Assert.Equal(
            $"--port: 127.0.0.1:{port} cannot be listened on; choose another port, or 0 for a free one.",
            problem.Message
        );
    }

    private static Task<PactStub> StartAsync(IReadOnlyList<string> files, Action<string>? unmatched = null) =>
        PactStub.StartAsync(
            new StubOptions { Pacts = PactFiles.Find(files), Unmatched = unmatched ?? (_ => { }) },
            Token
        );

    private async Task<(HttpStatusCode Status, string Body)> CallAsync(PactStub stub, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stub.BaseUrl, "v1/calls"));
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        using var answer = await _http.SendAsync(request, Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}
