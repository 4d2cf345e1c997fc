using System.Net;
using System.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Provider;

public sealed class StrictModeTests
{
    private const string User = """{"userLabel":"x","dateOfBirth":"1990-08-24","birthSex":"MALE"}""";

    [Theory]
    [InlineData("")]
    [InlineData("\"phoneNumber\":\"\",")]
    [InlineData("\"webhookUrl\":\"urn:x:y\",")]
    [InlineData("\"webhookUrl\":\"https://user@example.com:8443/%20a?b#c\",")]
    [InlineData("\"webhookUrl\":\"http://[::1]:80/\",")]
    [InlineData("\"metadata\":{\"a\":null},\"deleteData\":true,")]
    [InlineData("\"extra\":1,")]
    [InlineData("\"deleteData\":1,\"deleteData\":false,")]
    public async Task Takes_what_the_contract_allows(string more)
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync("{" + more + "\"user\":" + User + ",\"language\":\"en\",\"agent\":{}}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory]
    [InlineData("\"phoneNumber\":1,", "body.phoneNumber", "type_error.str")]
    [InlineData("\"phoneNumber\":null,", "body.phoneNumber", "type_error.none.not_allowed")]
    [InlineData("\"webhookUrl\":\"/relative\",", "body.webhookUrl", "value_error.url")]
    [InlineData("\"webhookUrl\":\"http://exa mple.com\",", "body.webhookUrl", "value_error.url")]
    [InlineData("\"webhookUrl\":\"http://example.com/%2\",", "body.webhookUrl", "value_error.url")]
    [InlineData("\"webhookUrl\":\"http://example.com:x\",", "body.webhookUrl", "value_error.url")]
    [InlineData("\"metadata\":[],", "body.metadata", "type_error.dict")]
    [InlineData("\"deleteData\":\"true\",", "body.deleteData", "type_error.bool")]
    [InlineData("\"deleteData\":0,", "body.deleteData", "type_error.bool")]
    public async Task Refuses_a_broken_optional_property(string more, string place, string type)
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync("{" + more + "\"user\":" + User + ",\"language\":\"en\",\"agent\":{}}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, place, type), (reply.Status, reply.Places, reply.Types));
    }

    [Theory]
    [InlineData("1990-08-24", true)]
    [InlineData("2000-02-29", true)]
    [InlineData("1900-02-29", false)]
    [InlineData("1990-02-30", false)]
    [InlineData("1990-13-01", false)]
    [InlineData("1990-8-4", false)]
    [InlineData("19900824", false)]
    [InlineData("1990-08-24T00:00:00Z", false)]
    [InlineData("1990-08-24\\n", false)]
    [InlineData("\u0661990-08-24", false)]
    public async Task Judges_dates_by_RFC_3339(string date, bool valid)
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync(CallClient.Valid.Replace("1990-08-24", date, StringComparison.Ordinal));

        Assert.Equal(valid ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.True(valid || reply.Places == "body.user.dateOfBirth");
    }

    [Theory]
    [InlineData("{}", "body.user body.language body.agent")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    [InlineData(
        """{"user":{},"language":"EN","agent":[]}""",
        "body.user.userLabel body.user.dateOfBirth body.user.birthSex body.language body.agent"
    )]
    [InlineData("""{"user":null,"language":null,"agent":null}""", "body.user body.language body.agent")]
    [InlineData("{\"a\":\"é\",}", "body.9")]
    [InlineData("{} {}", "body.3")]
    [InlineData("{\"a\":NaN}", "body.5")]
    [InlineData("{\"a\":1", "body.6")]
    public async Task Lists_every_problem_with_its_place(string body, string places)
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync(body);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, places), (reply.Status, reply.Places));
    }

    [Theory]
    [InlineData(null, 422, "header.x-api-key")]
    [InlineData("", 401, null)]
    [InlineData("demo-key-not-a-secre", 401, null)]
    [InlineData("DEMO-KEY-NOT-A-SECRET", 401, null)]
    public async Task Judges_the_key_before_the_rest(string? key, int status, string? places)
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync(CallClient.Valid, key);

        Assert.Equal(status, (int)reply.Status);
        Assert.True(places is null ? reply.Text == """{"detail":"Invalid API key"}""" : reply.Places == places);
    }

    [Fact]
    public async Task Lists_a_missing_key_together_with_what_is_wrong_in_the_body()
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync("{\"user\":1,\"agent\":{}}", key: null);

        Assert.Equal("header.x-api-key body.user body.language", reply.Places);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/Problem+JSON", 200)]
    [InlineData("text/plain", 422)]
    [InlineData("application/x-www-form-urlencoded", 422)]
    [InlineData("json", 422)]
    [InlineData(null, 422)]
    public async Task Reads_JSON_only_where_it_is_declared(string? contentType, int status)
    {
        await using var client = await CallClient.StartAsync();

        var reply = await client.PostAsync(CallClient.Valid, contentType: contentType);

        Assert.Equal(status, (int)reply.Status);
        Assert.True(status == 200 || reply.Places == "body");
    }

    [Fact]
    public async Task Gives_400_to_bytes_that_are_no_text()
    {
        await using var client = await CallClient.StartAsync();

        byte[] body = [(byte)'"', 0xFF, (byte)'"'];
        var reply = await client.PostAsync(body, ProviderOptions.DemoApiKey, "application/json");

        Assert.Equal((400, """{"detail":"There was an error parsing the body"}"""), ((int)reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\u0000\\\"\\/😀é")]
    public async Task Echoes_a_label_and_an_agent_byte_for_byte(string text)
    {
        await using var client = await CallClient.StartAsync();
        var agent = "{ \"" + text + "\" : [1e400, 1.50, \"" + text + "\"] }";

        var reply = await client.PostAsync(
            CallClient
                .Valid.Replace("Ada", text, StringComparison.Ordinal)
                .Replace("""{"id":"intake","context":{"name":"Greg"}}""", agent, StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains("{\"userLabel\":\"" + text + "\"}", reply.Text, StringComparison.Ordinal);
        Assert.EndsWith(",\"agent\":" + agent + "}", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_very_deep_nesting_and_goes_on()
    {
        await using var client = await CallClient.StartAsync();
        var deep = new StringBuilder().Insert(0, "[", 500_000).Append(']', 500_000).ToString();

        var taken = await client.PostAsync(CallClient.Valid.Replace("\"Greg\"", deep, StringComparison.Ordinal));
        var cut = await client.PostAsync(deep[..500_000]);

        Assert.Equal((200, 422), ((int)taken.Status, (int)cut.Status));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(CallClient.Valid)).Status);
    }
}
