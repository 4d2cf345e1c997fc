using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Reports.Answers;

public sealed class ResponseCoverageTests
{
    private const string Api = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /pets/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses:
                '200': {description: ok, content: {application/json: {schema: {}}, text/csv: {schema: {}}}}
                '401': {description: no key}
                '404': {description: gone, content: {application/json: {schema: {}}}}
                '422': {description: wrong}
                '429': {description: later}
                default: {description: other}
          /quiet:
            delete:
              responses: {'204': {description: done}}
          /broken/{x}: {get: {responses: {'200': {description: ok}}}}
        """;

    [Fact]
    public async Task Each_documented_answer_is_seen_or_said_why_not()
    {
        using var line = new CommandLine();
        var results = await RunAsync(line);
        var responses = results["responses"]!
            .AsArray()
            .Select(r =>
                $"{r!["operation"]} {r["status"]} {r["mediaType"]}: "
                + (r["seen"]!.GetValue<int>() > 0 ? "seen" : r["reason"])
            )
            .ToList();

        Assert.Equal(
            [
                "GET /pets/{id} 200 application/json: seen",
                "GET /pets/{id} 200 text/csv: its answers had application/json",
                "GET /pets/{id} 401 : the operation demands no credential",
                "GET /pets/{id} 404 application/json: seen",
                "GET /pets/{id} 422 : invalid requests got 400",
                "GET /pets/{id} 429 : nothing that is sent is meant to bring it about",
                "GET /pets/{id} default : seen",
            ],
            responses.Where(r => r.StartsWith("GET", StringComparison.Ordinal))
        );
        Assert.Contains(
            "3 of 8 documented answers seen; not: GET /pets/{id} 200 (text/csv), ",
            line.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(" and 2 more", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_that_are_left_out_stand_in_every_report()
    {
        using var line = new CommandLine();
        var results = await RunAsync(line);

        Assert.Equal("GET /broken/{x}", $"{results["leftOut"]![0]!["operation"]}");
        var page = await File.ReadAllTextAsync(line.Path("results/report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Operations not tested", page, StringComparison.Ordinal);
        Assert.Contains("GET /broken/{x}", page, StringComparison.Ordinal);
        Assert.Contains("Documented answers", page, StringComparison.Ordinal);
        var suite = XDocument.Load(line.Path("results/junit.xml")).Root!.Element("testsuite")!;
        var test = Assert.Single(suite.Elements("testcase"), t => t.Attribute("name")!.Value == "not tested");
        Assert.Equal("GET /broken/{x}", test.Attribute("classname")!.Value);
        Assert.Contains("api.yaml:17", test.Element("skipped")!.Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.Equal(suite.Elements("testcase").Count(), (int)suite.Attribute("tests")!);
        Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
    }

    private static async Task<JsonNode> RunAsync(CommandLine line)
    {
        await using var server = RawServer.Doing(
            async (request, stream, stop) =>
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(Answer(request.Split(' ')[0], request.Split(' ')[1])),
                    stop
                )
        );
        await line.RunAsync(
            "run",
            "--description",
            line.Write("api.yaml", Api),
            "--base-url",
            $"{server.Url}",
            "--no-pacts",
            "--random",
            "0",
            "--reports",
            "html,junit",
            "--out",
            line.Path("results")
        );
        return JsonNode.Parse(
            await File.ReadAllTextAsync(line.Path("results/results.json"), TestContext.Current.CancellationToken)
        )!;
    }

    private static string Answer(string method, string target) =>
        !target.StartsWith("/pets/", StringComparison.Ordinal) ? RawServer.Json(404, "{}")
        : method != "GET" ? RawServer.Json(405, "{}")
        : long.TryParse(target[6..], out var id) ? RawServer.Json(id > 0 ? 200 : 404, "{}")
        : RawServer.Json(400, "{}");
}
