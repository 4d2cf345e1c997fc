using System.Net;
using System.Net.Sockets;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Provider;

public sealed class ReferenceProviderTests
{
    [Fact]
    public async Task Answers_a_valid_call_as_the_contract_says()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
        await using var client = await CallClient.StartAsync(new ProviderOptions { TimeProvider = clock });

        var reply = await client.PostAsync(CallClient.Valid);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        var id = reply.Json.GetProperty("id").GetString()!;
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
        Assert.Equal(
            "{\"id\":\""
                + id
                + "\",\"user\":{\"userLabel\":\"Ada\"},\"status\":\"created\","
                + "\"createdAt\":\"2026-03-01T09:30:00.000000Z\","
                + "\"activityLink\":\"https://activity.example.com/calls/"
                + id
                + "\",\"agent\":{\"id\":\"intake\",\"context\":{\"name\":\"Greg\"}}}",
            reply.Text
        );
    }

    [Fact]
    public async Task Keeps_its_connection_whatever_it_answers()
    {
        await using var client = await CallClient.StartAsync(new ProviderOptions { KeepsCalls = true });

        var answers = await KeptCallSequence.SendAsync(client);

        Assert.Contains("NoContent", answers, StringComparison.Ordinal);
        Assert.Equal(1, client.Connections);
    }

    [Fact]
    public async Task Gives_no_activity_link_to_a_call_that_is_dialled()
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync(
            CallClient.Valid.Replace(
                "\"language\"",
                "\"phoneNumber\":\"+447700900123\",\"language\"",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.False(reply.Json.TryGetProperty("activityLink", out _));
    }

    [Fact]
    public async Task Gives_every_call_an_id_of_its_own_and_the_same_ids_for_the_same_seed()
    {
        var first = await IdsAsync(7);

        Assert.Equal(50, first.Distinct().Count());
        Assert.Equal(first, await IdsAsync(7));
        Assert.NotEqual(first, await IdsAsync(8));
    }

    [Theory]
    [InlineData("GET", "/v1/calls", 405, "Method Not Allowed", "POST")]
    [InlineData("PUT", "/v1/calls", 405, "Method Not Allowed", "POST")]
    [InlineData("OPTIONS", "/v1/calls", 405, "Method Not Allowed", "POST")]
    [InlineData("POST", "/openapi.json", 405, "Method Not Allowed", "GET")]
    [InlineData("GET", "/v1/call", 404, "Not Found", "")]
    [InlineData("POST", "/v1/calls/1", 404, "Not Found", "")]
    [InlineData("GET", "/", 404, "Not Found", "")]
    public async Task Answers_around_the_operation_as_FastAPI_does(
        string method,
        string path,
        int status,
        string detail,
        string allow
    )
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("application/json", reply.ContentType);
        Assert.Equal($$"""{"detail":"{{detail}}"}""", reply.Text);
        Assert.Equal(allow, reply.Allow);
    }

    [Fact]
    public async Task Answers_many_at_once_each_with_its_own()
    {
        await using var client = await CallClient.StartAsync();

        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i => client.PostAsync(CallClient.Valid.Replace("Ada", $"Ada {i}", StringComparison.Ordinal)))
        );

        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"Ada {i}"),
            replies.Select(reply => reply.Json.GetProperty("user").GetProperty("userLabel").GetString())
        );
        Assert.Equal(200, replies.Select(reply => reply.Json.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [Fact]
    public async Task Takes_a_large_body_a_long_key_and_a_question_about_the_head()
    {
        await using var client = await CallClient.StartAsync();
        var label = new string('x', 31_000_000);

        var large = await client.PostAsync(CallClient.Valid.Replace("Ada", label, StringComparison.Ordinal));

        Assert.Contains(label, large.Text, StringComparison.Ordinal);
        Assert.Equal(401, (int)(await client.PostAsync(CallClient.Valid, new string('k', 40_000))).Status);
        Assert.Equal(405, (int)(await client.SendAsync(HttpMethod.Head, "/v1/calls")).Status);
    }

    [Fact]
    public void Keeps_the_key_out_of_the_text_of_its_options() =>
        Assert.Equal("Strict on port 0, defects: [a]", $"{new ProviderOptions { ApiKey = "k-123", Defects = ["a"] }}");

    [Fact]
    public async Task Serves_the_contract_its_health_and_Pact_s_state_changes()
    {
        await using var client = await CallClient.StartAsync();

        var contract = await client.SendAsync(HttpMethod.Get, "/openapi.json");
        Assert.Equal("3.1.0", contract.Json.GetProperty("openapi").GetString());
        Assert.True(
            contract
                .Json.GetProperty("paths")
                .GetProperty("/v1/calls")
                .GetProperty("post")
                .GetProperty("parameters")[0]
                .GetProperty("required")
                .GetBoolean()
        );
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Get, "/health")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Post, "/_pact/provider-states")).Status);
    }

    [Fact]
    public async Task Listens_on_loopback_only()
    {
        await using var client = await CallClient.StartAsync();

        Assert.Equal("127.0.0.1", client.BaseUrl.Host);
        Assert.Equal("/", client.BaseUrl.AbsolutePath);
    }

    [Fact]
    public async Task Says_that_a_port_is_taken()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        var refusal = await Assert.ThrowsAsync<ProviderStartException>(() =>
            CallClient.StartAsync(new ProviderOptions { Port = port })
        );

        Assert.Equal($"Port {port} of 127.0.0.1 cannot be listened on: it is in use.", refusal.Message);
        Assert.Equal("Choose another port, or 0 for a free one.", refusal.Hint);
    }

    [Fact]
    public async Task Refuses_options_that_name_what_does_not_exist()
    {
        await Refuses(new ProviderOptions { Defects = ["no-such"] }, "There is no defect named 'no-such'.");
        await Refuses(new ProviderOptions { Mode = (ProviderMode)9 }, "There is no mode 9.");
        await Refuses(new ProviderOptions { Port = 70000 }, "Port 70000 does not exist.");
        await Refuses(new ProviderOptions { ApiKey = "" }, "The API key is empty.");
    }

    private static async Task Refuses(ProviderOptions options, string message)
    {
        var refusal = await Assert.ThrowsAsync<ProviderStartException>(() => CallClient.StartAsync(options));
        Assert.Equal(message, refusal.Message);
    }

    private static async Task<List<string?>> IdsAsync(ulong seed)
    {
        await using var client = await CallClient.StartAsync(new ProviderOptions { Seed = seed });
        var ids = new List<string?>();
        for (var i = 0; i < 50; i++)
        {
            ids.Add((await client.PostAsync(CallClient.Valid)).Json.GetProperty("id").GetString());
        }

        return ids;
    }

    private sealed class FixedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
