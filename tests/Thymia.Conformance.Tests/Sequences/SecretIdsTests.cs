using System.Text;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>A provider that gives the caller's key for an id, and repeats it in a link to the next page.</summary>
public sealed class SecretIdsTests
{
    private const string Key = "key-of-nobody-9Qz7";

    private const string Description = """
        openapi: 3.1.0
        info: { title: Tickets, version: "1" }
        security: [ { key: [] } ]
        paths:
          /tickets:
            get:
              responses:
                "200": { $ref: "#/components/responses/Ticket" }
            post:
              responses:
                "201": { $ref: "#/components/responses/Ticket" }
          /tickets/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
            get:
              responses:
                "200": { $ref: "#/components/responses/Ticket" }
                "404": { description: There is none }
            delete:
              responses:
                "204": { description: It is gone }
                "404": { description: There is none }
        components:
          securitySchemes:
            key: { type: apiKey, in: query, name: api_key }
          responses:
            Ticket:
              description: A ticket
              content:
                application/json:
                  schema: { type: object }
        """;

    [Theory]
    [InlineData(Key)]
    [InlineData("a-key-of-nobody-9Qz7-b")]
    public async Task An_id_that_holds_the_key_is_in_no_address_and_on_no_screen(string id)
    {
        await using var server = RawServer.Doing(
            async (request, stream, stop) =>
            {
                var words = request.Split(' ', 3);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer(words[0], words[1], id)), stop);
            }
        );
        using var line = new CommandLine();
        line.Environment["THYMIA_APIKEY"] = Key;

        await line.RunAsync(
            "run",
            "--no-pacts",
            "--verbose",
            "--description",
            line.Write("tickets.yaml", Description),
            "--base-url",
            server.Url.ToString(),
            "--reports",
            "html,junit,sarif,har,ctrf",
            "--out",
            line.Path("results")
        );

        Assert.Contains(server.Requests, r => r.StartsWith("POST /tickets?api_key=" + Key, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Requests, r => Target(r).Split('?')[0].Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Requests, r => Target(r).Split("api_key=").Length > 2);
        Assert.DoesNotContain(Key, line.Out + line.Error, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(line.Path("results"), "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.False(text.Contains(Key, StringComparison.Ordinal), Path.GetFileName(file));
        }
    }

    private static string Target(string request) => request.Split(' ', 3)[1];

    private static string Answer(string method, string target, string id)
    {
        var isList = target.StartsWith("/tickets?", StringComparison.Ordinal) && method == "GET";
        var body = isList ? $$"""{"items":[],"next":"/tickets?page=2&api_key={{Key}}"}""" : $$"""{"id":"{{id}}"}""";
        var status = method == "POST" ? "201 Created" : "200 OK";
        var location = method == "POST" ? $"Location: /tickets/{id}\r\n" : "";
        return $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\n{location}"
            + $"Content-Length: {body.Length}\r\n\r\n{body}";
    }
}
