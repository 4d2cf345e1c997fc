using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>A provider that counts its ids from one, so that the edges of an id are ids of what cases share.</summary>
public sealed class SmallIdsTests
{
    private const string Description = """
        openapi: 3.1.0
        info: { title: Tickets, version: "1" }
        paths:
          /tickets:
            post:
              responses:
                "201": { $ref: "#/components/responses/Ticket" }
          /tickets/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 1000000 } }
            get:
              responses:
                "200": { $ref: "#/components/responses/Ticket" }
                "404": { description: There is none }
            delete:
              responses:
                "204": { description: It is gone }
                "404": { description: There is none }
        components:
          responses:
            Ticket:
              description: A ticket
              content:
                application/json:
                  schema: { type: object, required: [id], properties: { id: { type: integer } } }
        """;

    [Fact]
    public async Task A_case_about_an_id_deletes_nothing_that_other_cases_need()
    {
        var tickets = new ConcurrentDictionary<int, bool>();
        var last = 0;
        await using var server = RawServer.Doing(
            async (request, stream, stop) =>
            {
                var words = request.Split(' ', 3);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer(words[0], words[1])), stop);
            }
        );
        using var line = new CommandLine();

        var exit = await line.RunAsync(
            "run",
            "--no-pacts",
            "--verbose",
            "--description",
            line.Write("tickets.yaml", Description),
            "--base-url",
            server.Url.ToString(),
            "--out",
            line.Path("results")
        );

        Assert.True(exit == 0, line.Out + line.Error);
        Assert.Contains(
            "would change /tickets/1, which other cases of the run need",
            line.Out,
            StringComparison.Ordinal
        );
        Assert.Empty(tickets);

        string Answer(string method, string path)
        {
            if (path == "/tickets")
            {
                return method == "POST" ? Created() : NotAllowed("POST");
            }

            if (!path.StartsWith("/tickets/", StringComparison.Ordinal) || path.Count(c => c == '/') != 2)
            {
                return RawServer.Json(404, "{}");
            }

            var isId = int.TryParse(path.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
            return method switch
            {
                "GET" => isId && tickets.ContainsKey(id) ? Shown(200, id) : RawServer.Json(404, "{}"),
                "DELETE" => isId && tickets.TryRemove(id, out _)
                    ? "HTTP/1.1 204 X\r\nConnection: close\r\n\r\n"
                    : RawServer.Json(404, "{}"),
                _ => NotAllowed("GET, DELETE"),
            };
        }

        string Created()
        {
            var id = Interlocked.Increment(ref last);
            tickets[id] = true;
            return Shown(201, id);
        }

        static string Shown(int status, int id) => RawServer.Json(status, $$"""{"id":{{id}}}""");

        static string NotAllowed(string allow) =>
            $"HTTP/1.1 405 X\r\nAllow: {allow}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
}
