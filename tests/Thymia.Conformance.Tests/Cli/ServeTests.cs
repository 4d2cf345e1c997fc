using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Cli;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Tests.Provider;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>The reference provider as a stand-in for people's own tests.</summary>
public sealed class ServeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_calls_for_whoever_asks_at_its_own_side()
    {
        await ServeAsync(["--keep-calls"], async http =>
        {
            var created = await PostAsync(http);
            var kept = JsonNode.Parse(await http.GetStringAsync(At("/__provider/calls"), Token))!.AsArray();
            Assert.Equal(created, kept.Single()!["id"]!.GetValue<string>());
            Assert.Equal(created, IdOf(await http.GetStringAsync(At($"/v1/calls/{created}"), Token)));

            using var forgotten = await http.DeleteAsync(At("/__provider/calls"), Token);

            Assert.Equal("[]", await http.GetStringAsync(At("/__provider/calls"), Token));
            http.DefaultRequestHeaders.Remove("x-api-key");
            using var unknown = await http.GetAsync(At("/__provider/calls"), Token);
            Assert.Equal(401, (int)unknown.StatusCode);
        });
    }

    [Fact]
    public async Task Serves_the_description_of_what_it_does()
    {
        const string Item = "/v1/calls/{callId}";
        await ServeAsync([], async http => Assert.False(await IsDescribedAsync(http)));
        await ServeAsync(["--keep-calls"], async http => Assert.True(await IsDescribedAsync(http)));

        static async Task<bool> IsDescribedAsync(HttpClient http) =>
            JsonNode.Parse(await http.GetStringAsync(At("/openapi.json"), Token))!["paths"]![Item] is not null;
    }

    [Fact]
    public async Task Gives_the_same_ids_for_the_same_seed()
    {
        var ids = new List<string>();
        foreach (var seed in new[] { "7", "7", "8" })
        {
            await ServeAsync(["--seed", seed], async http => ids.Add(await PostAsync(http)));
        }

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Fact]
    public async Task Shows_each_request_without_the_key_and_without_what_a_terminal_obeys()
    {
        var shown = await ServeAsync(["--log", "--latency", "1"], async http =>
        {
            await PostAsync(http);
            using var strange = await http.GetAsync(At($"/%1b[31m/{ProviderOptions.DemoApiKey}?a=b"), Token);
        });

        Assert.Matches("(?m)^POST /v1/calls 200 [0-9]+ ms$", shown.ReplaceLineEndings("\n"));
        Assert.Contains("[key] 404", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(ProviderOptions.DemoApiKey, shown.Split('\n', 2)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("600001")]
    public async Task Refuses_a_latency_that_nobody_waits_for(string latency)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("serve", "--latency", latency));

        Assert.Equal(
            $"error: --latency: '{latency}' is not allowed; give a whole number from 0 to 600000.{Environment.NewLine}",
            line.Error
        );
    }

    private static async Task<string> ServeAsync(string[] options, Func<HttpClient, Task> use)
    {
        using var folder = new Configuration.TemporaryFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var output = new SignallingWriter("Listening on ");
        var serving = new Application(
            new Terminal
            {
                Out = output,
                Error = TextWriter.Null,
                OpenOut = () => Stream.Null,
                Environment = new Dictionary<string, string>(),
                Folder = folder.Path,
                UserSecrets = false,
            }
        ).RunAsync(["serve", "--port", "0", .. options], stop.Token);
        var line = await output.Seen.WaitAsync(Token);
        using (var http = new HttpClient { BaseAddress = new Uri(line.Split(' ')[2]) })
        {
            http.DefaultRequestHeaders.Add("x-api-key", ProviderOptions.DemoApiKey);
            await use(http);
        }

        await stop.CancelAsync();
        Assert.Equal(0, await serving);
        return output.ToString();
    }

    private static async Task<string> PostAsync(HttpClient http)
    {
        using var body = new StringContent(CallClient.Valid, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(At("/v1/calls"), body, Token);
        return IdOf(await answer.Content.ReadAsStringAsync(Token));
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static string IdOf(string body) => JsonNode.Parse(body)!["id"]!.GetValue<string>();
}
