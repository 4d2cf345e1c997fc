using System.Text;
using System.Text.Json;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Hostile;

/// <summary>Providers against which no run can come to a verdict: a few requests, one sentence, exit code 3.</summary>
public sealed class ImpossibleRunTests
{
    private const int FewRequests = 20;
    private const string NotFound = """{"detail":"Not Found"}""";

    // Two operations with a body and one without; a fourth has a parameter in its path.
    private const string Description = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /plants:
            get:
              responses: {'200': {description: ok, content: {application/json: {schema: {type: array}}}}}
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n],
                properties: {n: {type: integer}}}}}}
              responses: {'201': {description: ok, content: {application/json: {schema: {type: object}}}},
                '422': {description: bad}}
          /seeds:
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n],
                properties: {n: {type: integer}}}}}}
              responses: {'201': {description: ok, content: {application/json: {schema: {type: object}}}},
                '422': {description: bad}}
          /plants/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}},
                '404': {description: none}}
        security: [{key: []}]
        components: {securitySchemes: {key: {type: apiKey, in: header, name: x-api-key}}}
        """;

    [Theory]
    [InlineData(NotFound)]
    [InlineData("""{"timestamp":"{time}","status":404,"error":"Not Found","path":"{path}"}""")]
    [InlineData("<pre>Cannot find {path}</pre>")]
    [InlineData("")]
    public async Task Names_a_wrong_base_path(string body)
    {
        var requests = 0;
        await using var server = Answering(
            (_, path) =>
                RawServer.Json(
                    404,
                    body.Replace("{path}", path, StringComparison.Ordinal)
                        .Replace(
                            "{time}",
                            $"2026-01-01T10:00:{Interlocked.Increment(ref requests):00}.123Z",
                            StringComparison.Ordinal
                        )
                )
        );

        var (exit, error, _) = await RunAsync(server);

        Assert.Equal(3, exit);
        Assert.Equal(
            $"error: {server.Url}: every request got status 404, as a path that cannot exist does; set --base-url to "
                + "where the API begins: it may be below another path, such as /api or /v1.",
            error
        );
    }

    [Theory]
    [InlineData("another answer where nothing can be", true)]
    [InlineData("an operation that is there", false)]
    public async Task Does_not_take_a_missing_operation_for_a_wrong_base_path(string kind, bool nowhere)
    {
        await using var server = Answering(
            (_, path) =>
                nowhere && path.StartsWith("/thymia", StringComparison.Ordinal) ? RawServer.Json(404, "{}")
                : !nowhere && path == "/seeds" ? RawServer.Json(422, "{}")
                : RawServer.Json(404, NotFound)
        );

        var (exit, _, results) = await RunAsync(server, few: false);

        Assert.True(exit == 1, kind);
        Assert.True(results.GetProperty("failed").GetInt32() > 0);
    }

    [Fact]
    public async Task Names_a_page_in_place_of_the_API()
    {
        await using var server = Answering(
            (_, _) =>
                "HTTP/1.1 200 X\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
                + "15\r\n\r\n<form>Log in..."
        );

        var (exit, error, _) = await RunAsync(server);

        Assert.Equal(3, exit);
        Assert.Contains(
            "every request, even to a path that cannot exist, got a web page and no answer of an API; check ",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Names_a_redirect_to_somewhere_else()
    {
        await using var server = Answering(
            (_, _) =>
                "HTTP/1.1 302 X\r\nLocation: https://login.example.com/\r\nConnection: close\r\nContent-Length: "
                + "0\r\n\r\n"
        );

        var (exit, error, _) = await RunAsync(server);

        Assert.Equal(3, exit);
        Assert.Contains(
            "every request, even to a path that cannot exist, was redirected; check ",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Names_a_key_that_every_operation_refuses()
    {
        await using var server = Answering((_, _) => RawServer.Json(401, "{}"));

        var (exit, error, _) = await RunAsync(server);

        Assert.Equal(3, exit);
        Assert.Equal(
            $"error: {server.Url}: the API key is refused with status 401; set the key that the provider knows as "
                + "THYMIA_APIKEY.",
            error
        );
    }

    [Fact]
    public async Task Does_not_blame_the_key_for_one_operation_that_refuses_it()
    {
        await using var server = Answering(
            (method, path) =>
                method == "GET" && path == "/plants" ? RawServer.Json(401, "{}") : RawServer.Json(422, "{}")
        );

        var (exit, _, results) = await RunAsync(server, few: false);

        Assert.Equal(1, exit);
        Assert.True(results.GetProperty("failed").GetInt32() > 0);
    }

    [Fact]
    public async Task Names_a_provider_that_is_unavailable_for_ever()
    {
        await using var server = Answering(
            (_, _) => "HTTP/1.1 503 X\r\nRetry-After: 0\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        );

        var (exit, error, _) = await RunAsync(server);

        Assert.Equal(3, exit);
        Assert.Contains(
            "the provider is unavailable for a while (status 503 with Retry-After); check ",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Names_a_provider_that_says_nothing()
    {
        await using var server = RawServer.Doing((_, _, stop) => Task.Delay(Timeout.Infinite, stop));

        var (exit, error, _) = await RunAsync(server, "--timeout", "100ms");

        Assert.Equal(3, exit);
        Assert.Contains("timed out after 0.1 s, waiting for an answer; check ", error, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Error, JsonElement Results)> RunAsync(
        RawServer server,
        params string[] more
    ) => RunAsync(server, few: true, more);

    private static async Task<(int Exit, string Error, JsonElement Results)> RunAsync(
        RawServer server,
        bool few,
        params string[] more
    )
    {
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "key-of-a-test" } }.WithReports();
        var exit = await line.RunAsync([
            "run",
            "--description",
            line.Write("api.yaml", Description),
            "--base-url",
            $"{server.Url}",
            "--random",
            "0",
            "--no-pacts",
            "--out",
            line.Path("results"),
            .. more,
        ]);

        Assert.True(!few || server.Requests.Count <= FewRequests, $"{server.Requests.Count} requests");
        using var results = JsonDocument.Parse(
            await File.ReadAllBytesAsync(line.Path("results/results.json"), TestContext.Current.CancellationToken)
        );
        return (exit, line.Error.TrimEnd(), results.RootElement.Clone());
    }

    private static RawServer Answering(Func<string, string, string> answer) =>
        RawServer.Doing(
            async (request, stream, stop) =>
            {
                var words = request.Split(' ', 3);
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(answer(words[0], words.Length > 1 ? words[1] : "")),
                    stop
                );
            }
        );
}
