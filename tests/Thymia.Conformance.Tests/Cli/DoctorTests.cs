using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Cli;

public sealed class DoctorTests
{
    private const string Key = "a-key-of-a-test-0123456789";

    [Fact]
    public async Task Finds_all_well_where_a_run_would_go_well()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("doctor"));

        Assert.Equal(
            [
                "ok    Runtime",
                "ok    Pact's core",
                "ok    Description",
                "ok    Provider",
                "ok    Clock",
                "ok    Credential",
            ],
            line.Out.TrimEnd()
                .Split('\n')
                .Where(l => !l.Contains("Setting", StringComparison.Ordinal))
                .Select(l => l[..18].TrimEnd())
        );
        Assert.Contains("1 of 1 operation tested", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_set_and_where_and_shows_no_secret()
    {
        using var line = new CommandLine();
        line.Environment["THYMIA_APIKEY"] = Key;
        line.Write("appsettings.json", """{"Seed": 7}""");

        await line.RunAsync("doctor", "--tier", "schema");

        Assert.Contains("Seed '7', from the file appsettings.json", line.Out, StringComparison.Ordinal);
        Assert.Contains("Tier 'schema', from the option --tier", line.Out, StringComparison.Ordinal);
        Assert.Contains("ApiKey, from the environment variable THYMIA_APIKEY", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, line.Out + line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "", 3, "bad   Credential    the API key is refused with status 401", "THYMIA_APIKEY")]
    [InlineData(404, "", 0, "look  Provider      ", "--base-url")]
    [InlineData(307, "Location: /elsewhere\r\n", 0, "look  Provider      ", "no redirect is followed")]
    [InlineData(500, "", 0, "look  Provider      ", "is well")]
    [InlineData(422, "Date: Mon, 01 Jan 2024 00:00:00 GMT\r\n", 0, "look  Clock         ", "--clock-skew")]
    public async Task Says_what_to_do_where_the_provider_is_not_well(
        int status,
        string header,
        int exitCode,
        string sentence,
        string advice
    )
    {
        await using var server = RawServer.Answering(
            RawServer.Json(status, "{}").Replace("\r\n\r\n", $"\r\n{header}\r\n", StringComparison.Ordinal)
        );
        using var line = new CommandLine();

        Assert.Equal(exitCode, await line.RunAsync("doctor", "--base-url", $"{server.Url}"));

        Assert.Contains(sentence, line.Out, StringComparison.Ordinal);
        Assert.Contains(advice, line.Out, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Says_that_nobody_answers()
    {
        using var line = new CommandLine();

        Assert.Equal(3, await line.RunAsync("doctor", "--base-url", "http://127.0.0.1:9", "--connect-timeout", "1s"));

        Assert.Contains(
            "bad   Provider      http://127.0.0.1:9/ gives no answer: ",
            line.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--description", "nowhere.yaml", "bad   Description   nowhere.yaml: ")]
    [InlineData("--seed", "many", "bad   Settings      Seed: 'many' from the option --seed is not allowed")]
    public async Task Says_why_a_run_would_be_refused(string option, string value, string sentence)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("doctor", option, value));

        Assert.Contains(sentence, line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_at_what_a_description_leaves_untested()
    {
        using var line = new CommandLine();
        var file = line.Write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            paths:
              /carts: {get: {responses: {'200': {description: ok}}}}
              /carts/{id}: {get: {responses: {'200': {description: ok}}}}
            """
        );
        await using var server = RawServer.Answering(RawServer.Json(200, "{}"));

        Assert.Equal(0, await line.RunAsync("doctor", "--description", file, "--base-url", $"{server.Url}"));

        Assert.Matches("look  Description   .*api.yaml: 1 of 2 operations tested", line.Out);
        Assert.Contains("none was sent", line.Out, StringComparison.Ordinal);
    }
}
