using System.Net;
using System.Text.Json;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Provider;

/// <summary>
/// The rows of <c>pydantic.jsonl</c> are what pydantic 1.10 and 2.13 themselves made of some 300 bodies, behind
/// models of the contract: the status FastAPI gives for that, the places and types of the errors, or label and agent.
/// <c>ask_pydantic.py</c> asks again.
/// </summary>
public sealed class PydanticModesTests
{
    [Theory]
    [InlineData(ProviderMode.PydanticV1, "v1")]
    [InlineData(ProviderMode.PydanticV2, "v2")]
    public async Task Judge_as_pydantic_itself_did(ProviderMode mode, string column)
    {
        await using var client = await CallClient.StartAsync(mode);
        var differences = new List<string>();
        var rows = Rows();
        foreach (var row in rows)
        {
            var reply = await client.PostAsync(row.GetProperty("body").GetString()!);
            var expected = row.GetProperty(column);
            if (!Agrees(reply, expected[0].GetInt32(), expected[1].GetString()!))
            {
                differences.Add(
                    $"{row.GetProperty("name")}: expected {expected}, found {(int)reply.Status} {reply.Text}"
                );
            }
        }

        Assert.InRange(rows.Count, 300, 400);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Theory]
    [InlineData(ProviderMode.PydanticV1, 200)]
    [InlineData(ProviderMode.PydanticV2, 422)]
    public async Task Differ_on_a_body_of_no_declared_type(ProviderMode mode, int status)
    {
        await using var client = await CallClient.StartAsync(mode);

        Assert.Equal(status, (int)(await client.PostAsync(CallClient.Valid, contentType: null)).Status);
        Assert.Equal(422, (int)(await client.PostAsync(CallClient.Valid, contentType: "text/plain")).Status);
    }

    [Fact]
    public async Task Redirect_a_slash_too_many()
    {
        await using var client = await CallClient.StartAsync(ProviderMode.PydanticV1);

        Assert.Equal("POST", (await client.SendAsync(HttpMethod.Get, "/v1/calls/")).Allow);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(HttpMethod.Get, "/v1/calls//")).Status);
    }

    [Fact]
    public async Task Speak_v1_s_words_of_a_body_that_is_no_JSON()
    {
        await using var client = await CallClient.StartAsync(ProviderMode.PydanticV1);

        var error = (await client.PostAsync("{\"user\":\n 'x'}")).Json.GetProperty("detail")[0];

        Assert.Equal("value_error.jsondecode", error.GetProperty("type").GetString());
        Assert.Equal("Expecting value: line 2 column 2 (char 10)", error.GetProperty("msg").GetString());
        Assert.Equal("{\"user\":\n 'x'}", error.GetProperty("ctx").GetProperty("doc").GetString());
    }

    [Fact]
    public async Task Speak_v2_s_words_and_repeat_the_input()
    {
        await using var client = await CallClient.StartAsync(ProviderMode.PydanticV2);

        Assert.Equal(
            """{"detail":[{"loc":["body",1],"msg":"JSON decode error","type":"json_invalid","input":{},"""
                + "\"ctx\":{\"error\":\"Expecting value\"}}]}",
            (await client.PostAsync("{")).Text
        );
        Assert.Equal(
            """{"detail":[{"loc":["body"],"msg":"Field required","type":"missing","input":null}]}""",
            (await client.PostAsync("")).Text
        );
        Assert.Equal(
            "[1]",
            (await client.PostAsync("[1]")).Json.GetProperty("detail")[0].GetProperty("input").GetRawText()
        );
    }

    [Theory]
    [InlineData(ProviderMode.PydanticV1)]
    [InlineData(ProviderMode.PydanticV2)]
    public async Task Read_as_Python_does(ProviderMode mode)
    {
        await using var client = await CallClient.StartAsync(mode);

        Assert.Equal(200, (int)(await client.PostAsync("\uFEFF" + CallClient.Valid)).Status);
        var utf16 = System.Text.Encoding.Unicode.GetBytes(CallClient.Valid);
        Assert.Equal(200, (int)(await client.PostAsync(utf16, ProviderOptions.DemoApiKey, "application/json")).Status);
        Assert.Equal(400, (int)(await client.PostAsync(new string('[', 2000) + new string(']', 2000))).Status);
        Assert.Equal(400, (int)(await client.PostAsync(new string('9', 5000))).Status);
        Assert.Equal(422, (int)(await client.PostAsync("{,}")).Status);
        foreach (var number in new[] { "-NaN", "1NaN", "NaN1", "+Infinity", "nan", "--Infinity", "1.", "01" })
        {
            Assert.Matches("^body\\.[5-7]$", (await client.PostAsync("{\"a\":" + number + "}")).Places);
        }
    }

    private static bool Agrees(Reply reply, int status, string rest)
    {
        if ((int)reply.Status != status || status == 500)
        {
            return (int)reply.Status == status;
        }

        if (reply.Status != HttpStatusCode.OK)
        {
            var found = reply.Places.Split(' ').Zip(reply.Types.Split(' '), (place, type) => place + ":" + type);
            return string.Join(' ', found) == rest;
        }

        var body = reply.Json;
        var (label, agent) = (body.GetProperty("user").GetProperty("userLabel"), body.GetProperty("agent"));
        var echoed = JsonElement.Parse($"[{label.GetRawText()},{agent.GetRawText()}]");
        var comma = rest.IndexOf("\" {", StringComparison.Ordinal) + 1;
        var expected = JsonElement.Parse("[" + rest.Insert(comma, ",") + "]");
        return JsonElement.DeepEquals(echoed, expected);
    }

    private static List<JsonElement> Rows()
    {
        using var rows = new StreamReader(
            typeof(PydanticModesTests).Assembly.GetManifestResourceStream("pydantic.jsonl")!
        );
        var lines = rows.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonElement.Parse(line))];
    }
}
