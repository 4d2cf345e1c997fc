using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
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
        await using var stub = await PactStub.StartAsync(PactFiles.Find(GoldenPact.Files), 0, _ => { }, Token);

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
    public async Task Names_the_path_of_a_request_that_no_interaction_fits_and_nothing_else_of_it()
    {
        var told = new TaskCompletionSource<string>();
        await using var stub = await PactStub.StartAsync(PactFiles.Find(GoldenPact.Files), 0, told.SetResult, Token);

        var answer = await CallAsync(stub, """{"user":{}}""", "key-of-somebody");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("/v1/calls", await told.Task.WaitAsync(Token));
    }

    [Fact]
    public async Task Says_that_a_port_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var problem = await Assert.ThrowsAsync<UnusableInputException>(() =>
            PactStub.StartAsync(PactFiles.Find(GoldenPact.Files), port, _ => { }, Token)
        );

        Assert.Equal(
            $"--port: port {port} cannot be listened on; choose another, or 0 for a free one.",
            problem.Message
        );
    }

    [Fact]
    public void Says_that_the_command_line_is_missing()
    {
        using var folder = new TemporaryFolder();

        var problem = Assert.Throws<UnusableInputException>(() => PactCommandLine.Demand(folder.Path));

        Assert.EndsWith(
            "Pact's command line is missing; build again on this machine with Node.js on the PATH.",
            problem.Message,
            StringComparison.Ordinal
        );
    }

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
