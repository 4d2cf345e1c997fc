using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>
/// Every command that sends, as a process of its own, towards a host that is not this machine: nothing goes out that
/// leads to anybody, and nothing is deleted.
/// </summary>
public sealed class RemoteCommandsTests
{
    private const string Description = """
        openapi: 3.1.0
        info: {title: Remote, version: '1'}
        paths:
          /calls/{id}:
            delete:
              operationId: drop
              parameters: [{name: id, in: path, required: true, schema: {type: string, examples: ['7']}}]
              responses: {'204': {description: gone}, '404': {description: none}}
          /calls:
            post:
              operationId: create
              requestBody:
                required: true
                content: {application/json: {schema: {type: object, required: [slack, phone],
                  properties: {slack: {type: string, pattern: '^https://hooks\.slack\.com/[A-Z]{4}$'},
                  phone: {type: string}}}}}
              responses: {'201': {description: made}, '422': {description: no}}
        """;

    private const string Pact = """
        {"consumer":{"name":"shop"},"provider":{"name":"api"},"metadata":{"pactSpecification":{"version":"2.0.0"}},
          "interactions":[
          {"description":"a number","request":{"method":"POST","path":"/calls","body":{"callerId":"+447700900123"}},
            "response":{"status":201}},
          {"description":"a number in a query","request":{"method":"GET","path":"/calls","query":"telNo=07700900123"},
            "response":{"status":200}},
          {"description":"a host","request":{"method":"POST","path":"/calls",
            "body":{"hook":"https://shop.real-shop.com/x"}},"response":{"status":201}},
          {"description":"a deletion","request":{"method":"DELETE","path":"/calls/7"},"response":{"status":204}}]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Commands =>
        [
            "run --no-pacts --random 6 --operation POST_/calls",
            "run --no-pacts --random 6 --operation DELETE_/calls/{id}",
            "record --dir pacts --random 0",
            "verify --pacts pact.json",
            "explain create:body:random:0 --send --operation POST_/calls --random 2",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Lead_nobody_to_anybody_and_delete_nothing(string command)
    {
        await using var proxy = RawServer.Answering(RawServer.Json(422, "{}"));
        using var folder = new TemporaryFolder();
        folder.Write("api.yaml", Description);
        folder.Write("pact.json", Pact);
        string[] words =
        [
            .. command.Split(' ').Select(w => w.Replace('_', ' ')),
            "--allow-http",
            "--base-url",
            "http://staging.example.test",
            "--description",
            "api.yaml",
        ];

        using var process = CliProcess.Start(
            folder.Path,
            new()
            {
                ["http_proxy"] = proxy.Url.ToString(),
                ["THYMIA_APIKEY"] = "key-7",
                ["THYMIA_RATE"] = "none",
            },
            words
        );
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        _ = await output;

        Assert.DoesNotContain("unexpected", error, StringComparison.Ordinal);
        Assert.All(proxy.Requests, r =>
        {
            Assert.DoesNotContain("slack.com", r, StringComparison.Ordinal);
            Assert.DoesNotContain("real-shop", r, StringComparison.Ordinal);
            Assert.DoesNotContain("7700900", r, StringComparison.Ordinal);
            Assert.False(r.StartsWith("DELETE", StringComparison.Ordinal), r);
        });
    }
}
