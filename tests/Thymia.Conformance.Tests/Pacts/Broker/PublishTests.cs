using System.Text.Json.Nodes;
using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Pacts.Broker;

public sealed class PublishTests : PublishFixture
{
    [Fact]
    public async Task Publishes_the_recorded_pacts_as_one_and_what_is_about_a_missing_key_with_them()
    {
        Assert.Equal(
            0,
            await PublishAsync(
                "--branch",
                "main",
                "--tag",
                "blue",
                "--tag",
                "dev",
                "--build-url",
                "https://ci.example.com/7"
            )
        );

        var pact = Assert.Single(_broker.State.Pacts);
        Assert.Equal(
            ("thymia-consumer", "1.0.0", "thymia-voice-agent"),
            (pact.Consumer, pact.ConsumerVersion, pact.Provider)
        );
        var interactions = JsonNode.Parse(pact.Content)!["interactions"]!.AsArray();
        Assert.Equal(46, interactions.Count);
        Assert.Equal("absent", interactions[^1]!["comments"]!["thymia-conformance"]!["key"]!.GetValue<string>());
        Assert.Equal(
            "sent",
            JsonNode.Parse(pact.Content)!["metadata"]!["thymia-conformance"]!["key"]!.GetValue<string>()
        );
        var version = _broker.State.Find("thymia-consumer", "1.0.0")!;
        Assert.Equal(["main"], version.Branches);
        Assert.Equal(["blue", "dev"], version.Tags);
        Assert.Equal("https://ci.example.com/7", version.BuildUrl);
        Assert.Equal(
            [
                $"Published thymia-consumer 1.0.0, branch main",
                "Pact      with thymia-voice-agent, 46 interactions: "
                    + $"{_broker.Url}pacts/provider/thymia-voice-agent/consumer/thymia-consumer/version/1.0.0",
            ],
            _line.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Empty(_line.Error);
    }

    [Fact]
    public async Task Publishes_twice_what_is_the_same_and_never_what_has_changed()
    {
        Assert.Equal(0, await PublishAsync());
        Assert.Equal(0, await PublishAsync());
        Assert.Contains("Published thymia-consumer 1.0.0 (was there already)", _line.Out, StringComparison.Ordinal);

        var changed = _line.Write(
            "changed/pact.json",
            (await File.ReadAllTextAsync(Keyed, Token)).Replace("\"MALE\"", "\"FEMALE\"", StringComparison.Ordinal)
        );
        using var line = new CommandLine();
        Assert.Equal(1, await line.RunAsync([.. Arguments("--pacts", changed)]));

        Assert.Equal(
            $"error: {Place}: version 1.0.0 of thymia-consumer has other content there already (409: Cannot change "
                + "the content of the pact for "
                + "thymia-consumer version 1.0.0 and provider thymia-voice-agent, as race conditions will cause "
                + "unreliable results for can-i-deploy); "
                + "nothing of thymia-consumer was published; publish changed pacts under a version of their own, which "
                + $"--consumer-version names.{Environment.NewLine}  Differences:{Environment.NewLine}"
                + $"    - \"MALE\"{Environment.NewLine}    + \"FEMALE\"{Environment.NewLine}",
            line.Error
        );
        Assert.DoesNotContain("FEMALE\",", Assert.Single(_broker.State.Pacts).Content[..900], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_a_single_file_as_it_is()
    {
        Assert.Equal(0, await _line.RunAsync([.. Arguments("--pacts", Keyed)]));

        Assert.Equal(await File.ReadAllTextAsync(Keyed, Token), Assert.Single(_broker.State.Pacts).Content);
    }

    [Fact]
    public async Task Publishes_a_version_for_each_of_several_consumers()
    {
        var text = await File.ReadAllTextAsync(Keyed, Token);
        foreach (var consumer in new[] { "web-shop", "app" })
        {
            _line.Write($"two/{consumer}.json", text.Replace("thymia-consumer", consumer, StringComparison.Ordinal));
        }

        Assert.Equal(0, await _line.RunAsync([.. Arguments("--pacts", _line.Path("two"))]));

        Assert.Equal(["app", "web-shop"], _broker.State.Pacts.Select(p => p.Consumer).Order(StringComparer.Ordinal));
        Assert.Contains("Published app 1.0.0", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Published web-shop 1.0.0", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_nothing_that_was_recorded_of_a_part_of_a_run()
    {
        var file = _line.Write(
            "part.json",
            (await File.ReadAllTextAsync(Keyed, Token)).Replace(
                "\"key\": \"sent\"",
                "\"key\": \"sent\", \"part\": true",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(2, await _line.RunAsync([.. Arguments("--pacts", file)]));

        Assert.Equal(
            $"error: {file}: the pact is of a part of a run, and not the contract; record the whole with "
                + $"thymia-conformance record.{Environment.NewLine}",
            _line.Error
        );
        Assert.Empty(_broker.State.Pacts);
    }

    [Theory]
    [InlineData(
        "Basic realm=\"b\"",
        "it asks for a user name and a password: give --username, and the password in PACT_BROKER_PASSWORD"
    )]
    [InlineData("Bearer", "check that it is right and has not expired")]
    public async Task Says_which_kind_of_login_the_broker_asks_for(string asked, string hint)
    {
        _broker.Interference = context =>
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = asked;
            return Task.FromResult(true);
        };
        _line.Environment["MY_TOKEN"] = "some-token";

        Assert.Equal(2, await PublishAsync("--token-env", "MY_TOKEN"));
        Assert.Equal(
            $"error: {Place}: the broker does not accept the token (401); {hint}.{Environment.NewLine}",
            _line.Error
        );
    }

    [Fact]
    public async Task Publishes_the_files_of_one_provider_as_one_pact()
    {
        var pact = JsonNode.Parse(await File.ReadAllTextAsync(Keyed, Token))!;
        var all = pact["interactions"]!.AsArray().Select(i => i!.ToJsonString()).ToList();
        foreach (var (name, part) in new[] { ("a", all.Take(30)), ("b", all.Skip(30)) })
        {
            pact["interactions"] = new JsonArray([.. part.Select(i => JsonNode.Parse(i))]);
            _line.Write($"parts/{name}.json", pact.ToJsonString());
        }

        Assert.Equal(0, await _line.RunAsync([.. Arguments("--pacts", _line.Path("parts"))]));

        var published = JsonNode.Parse(Assert.Single(_broker.State.Pacts).Content)!["interactions"]!.AsArray();
        Assert.Equal(all, published.Select(i => i!.ToJsonString()));
    }

    [Fact]
    public async Task Says_what_the_broker_finds_wrong()
    {
        Assert.Equal(2, await PublishAsync("--branch", " "));

        Assert.Equal(
            $"error: {Place}: the broker does not accept the publication (400: branch cannot be blank); nothing of "
                + $"thymia-consumer was published; correct what it names.{Environment.NewLine}",
            _line.Error
        );
        Assert.Empty(_broker.State.Pacts);
    }

    [Theory]
    [InlineData(
        null,
        2,
        "the broker wants a login (401); set PACT_BROKER_TOKEN or name the variable that holds the token with "
            + "--token-env, or give --username with PACT_BROKER_PASSWORD."
    )]
    [InlineData(
        "wrong-token",
        2,
        "the broker does not accept the token (401); check that it is right and has not expired."
    )]
    [InlineData("right-token", 0, null)]
    public async Task Logs_in_with_a_token_from_the_environment(string? token, int exit, string? problem)
    {
        _broker.Authorization = "Bearer right-token";
        if (token is not null)
        {
            _line.Environment["MY_TOKEN"] = token;
        }

        Assert.Equal(exit, await PublishAsync(token is null ? [] : ["--token-env", "MY_TOKEN"]));

        Assert.Equal(problem is null, _broker.State.Pacts.Count == 1);
        _ = problem is null || Is($"error: {Place}: {problem}{Environment.NewLine}", _line.Error);
        Assert.DoesNotContain(token ?? "no-token", _line.Out + _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_in_with_a_user_and_a_password_from_the_environment()
    {
        _broker.Authorization = "Basic " + Convert.ToBase64String("sam:pass word"u8);
        _line.Environment["PACT_BROKER_PASSWORD"] = "pass word";

        Assert.Equal(0, await PublishAsync("--username", "sam"));
        Assert.DoesNotContain("pass word", _line.Out + _line.Error, StringComparison.Ordinal);
    }
}
