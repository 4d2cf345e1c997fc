using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Running;

public sealed class DescriptionSourceTests
{
    private const string Text = """
        {"openapi":"3.1.0","info":{"title":"Far","version":"7"},
         "paths":{"/pets":{"get":{"responses":{"200":{"description":"ok"}}}}}}
        """;

    [Fact]
    public async Task An_address_on_this_machine_is_read_without_any_secret()
    {
        await using var server = RawServer.Answering(Answer("200 OK", Text));

        var description = Read($"{server.Url}openapi.json");

        Assert.Equal("Far", description.Title);
        Assert.Equal($"{server.Url}openapi.json", description.Source);
        Assert.DoesNotContain("key-of-a-test", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 Not Found", "", "it is answered with status 404")]
    [InlineData("302 Found", "Location: /elsewhere.json\r\n", "it leads elsewhere (302)")]
    public async Task What_is_no_description_is_refused_and_a_redirect_not_followed(
        string status,
        string head,
        string why
    )
    {
        await using var server = RawServer.Answering(Answer(status, "", head));

        var refused = Refused($"{server.Url}openapi.json");

        Assert.Equal(why, refused.Problem);
        Assert.Single(server.Requests);
        Assert.Equal(status.StartsWith('3'), refused.Hint.Contains("/elsewhere.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://api.example/openapi.json", "http is read from this machine alone")]
    [InlineData("https://user:hidden-word@api.example/openapi.json", "the address holds a user name or a password")]
    public void An_address_that_others_could_change_or_that_holds_a_password_is_refused(string place, string why)
    {
        var refused = Refused(place);

        Assert.Contains(why, refused.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_what_came_from_standard_input_have_their_line()
    {
        var options = new ConformanceOptions { Description = "-", DescriptionText = Encoding.UTF8.GetBytes(Text) };
        Assert.Equal("Far", DescriptionSource.Read(options).Title);

        var broken = options with { DescriptionText = "openapi: 3.1.0\ninfo: ["u8.ToArray() };
        var refused = Assert.Throws<UnusableInputException>(() => DescriptionSource.Read(broken));
        Assert.StartsWith("standard input:", refused.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_standard_input_that_is_said() =>
        Assert.Contains("standard input", Refused("-").Problem, StringComparison.Ordinal);

    [Fact]
    public async Task A_served_description_leads_to_documents_of_its_own_origin_and_to_no_other()
    {
        await using var other = RawServer.Answering(Answer("200 OK", "{}"));
        var texts = new Dictionary<string, string>
        {
            ["/v1/openapi.json"] = $$"""
                {"openapi":"3.1.0","info":{"title":"Far","version":"7"},"paths":{
                "/near":{"$ref":"../paths/near.json"},
                "/far":{"$ref":"{{other.Url}}far.json"},
                "/gone":{"$ref":"gone.json"} } }
                """,
            ["/paths/near.json"] = """{"get":{"responses":{"200":{"description":"ok"}}}}""",
        };
        await using var server = RawServer.Doing(
            async (request, stream, stop) =>
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(
                        texts.TryGetValue(request.Split(' ')[1], out var text)
                            ? Answer("200 OK", text)
                            : Answer("404 Not Found", "")
                    ),
                    stop
                )
        );

        var description = Read($"{server.Url}v1/openapi.json");

        Assert.Equal("GET /near", Assert.Single(description.Operations).Name);
        Assert.Equal($"{server.Url}paths/near.json:1", description.PlaceOf("/paths/~1near/get"));
        Assert.Equal(
            ["leads to another origin than", $"leads to {server.Url}v1/gone.json: it is answered with status 404"],
            description
                .LeftOut.Select(o => o.Fault.Problem.Split("json' ")[1])
                .Select(p => p.Contains("origin", StringComparison.Ordinal) ? p[..28] : p)
        );
        Assert.Empty(other.Requests);
        Assert.DoesNotContain("key-of-a-test", string.Join('\n', server.Requests), StringComparison.Ordinal);
    }

    private static string Answer(string status, string body, string head = "") =>
        $"HTTP/1.1 {status}\r\n{head}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    private static ApiDescription Read(string place) =>
        DescriptionSource.Read(
            new ConformanceOptions
            {
                Description = place,
                ApiKey = "key-of-a-test",
                Timeout = TimeSpan.FromMinutes(10),
            }
        );

    private static UnusableInputException Refused(string place) =>
        Assert.Throws<UnusableInputException>(() => Read(place));
}
