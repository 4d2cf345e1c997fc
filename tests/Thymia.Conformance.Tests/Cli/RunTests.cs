using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Cli;

public sealed class RunTests
{
    [Fact]
    public async Task Passes_against_the_embedded_provider()
    {
        using var line = new CommandLine().WithReports();

        var exit = await line.RunAsync("run", "--no-pacts", "--out", line.Path("results"));

        Assert.True(exit == 0, line.Out + line.Error);
        using var results = Results(line);
        Assert.True(results.RootElement.GetProperty("passed").GetInt32() >= 120);
        Assert.Equal(0, results.RootElement.GetProperty("findings").GetArrayLength());
        Assert.Contains("The contract is honoured in all ", line.Out, StringComparison.Ordinal);
        Assert.Contains(line.Path("results/results.json"), line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', line.Out);
        Assert.Empty(line.Error);
    }

    [Fact]
    public async Task Records_what_it_saw_as_pacts_that_the_provider_honours()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("run", "--quiet", "--random", "0", "--out", line.Path("results")));

        var pacts = Directory.GetFiles(line.Path("results/pacts"), "*.json");
        Assert.NotEmpty(pacts);
        var statuses = pacts
            .SelectMany(f =>
                JsonDocument
                    .Parse(File.ReadAllText(f))
                    .RootElement.GetProperty("interactions")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("response").GetProperty("status").GetInt32())
            )
            .ToHashSet();
        Assert.True(statuses.IsSupersetOf([200, 422]));
        Assert.All(pacts, f => Assert.Contains(Path.GetFileName(f), line.Out, StringComparison.Ordinal));
        Assert.Contains(" interactions, verified by Pact)", line.Out, StringComparison.Ordinal);
        Assert.Empty(line.Error);
    }

    [Fact]
    public async Task Names_the_break_of_a_broken_provider_and_how_to_see_it_again()
    {
        using var line = new CommandLine();

        Assert.Equal(
            1,
            await line.RunAsync("run", "--no-pacts", "--defect", "id-not-uuid", "--out", line.Path("results"))
        );

        Assert.Contains("POST /v1/calls, answer body at /id: found \"call-", line.Out, StringComparison.Ordinal);
        Assert.Contains(
            "expected an RFC 4122 UUID (VoiceAgentCallCreateResponse.id, format)",
            line.Out,
            StringComparison.Ordinal
        );
        using var again = new CommandLine();
        var reproduce = Results(line).RootElement.GetProperty("findings")[0].GetProperty("reproduce").GetString()!;
        Assert.Equal(1, await again.RunAsync(reproduce.Split(' ')[1..]));
        Assert.Contains(
            "✗ response-schema: POST /v1/calls, answer body at /id: found",
            again.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sends_the_demo_key_to_a_provider_on_this_machine()
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions(),
            TestContext.Current.CancellationToken
        );
        using var line = new CommandLine { Environment = { ["THYMIA_BASEURL"] = provider.BaseUrl.ToString() } };

        var exit = await line.RunAsync("run", "--no-pacts", "--quiet", "--random", "0", "--out", line.Path("results"));

        Assert.True(exit == 0, line.Out + line.Error);
        Assert.StartsWith(
            $"Provider  {provider.BaseUrl.ToString().TrimEnd('/')}\nThe contract is honoured",
            line.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Calls_an_unreachable_provider_inconclusive_in_one_sentence()
    {
        var port = ClosedPort();
        using var line = new CommandLine();

        Assert.Equal(
            3,
            await line.RunAsync("run", "--base-url", $"http://127.0.0.1:{port}", "--out", line.Path("results"))
        );
        Assert.Equal(
            $"error: http://127.0.0.1:{port}/: connection refused by 127.0.0.1:{port}; check --base-url, and that "
                + "the provider is up."
                + Environment.NewLine,
            line.Error
        );
        Assert.Equal(
            $"connection refused by 127.0.0.1:{port}",
            Results(line).RootElement.GetProperty("givenUp").GetString()
        );
    }

    [Fact]
    public async Task Reports_a_provider_that_accepts_everything()
    {
        await using var server = RawServer.Answering(RawServer.Json(200, Sample.Created));
        using var line = new CommandLine().WithReports();

        var exit = await line.RunAsync(
            "run",
            "--base-url",
            $"{server.Url}",
            "--no-pacts",
            "--random",
            "0",
            "--out",
            line.Path("results")
        );

        Assert.True(exit == 1, line.Out + line.Error);
        Assert.Empty(line.Error);
        using var results = Results(line);
        Assert.Contains(results.RootElement.GetProperty("causes").EnumerateArray(), c =>
            c.GetProperty("sentence")
                .GetString()!
                .Contains("invalid requests: found status 200", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Says_that_it_was_stopped_where_nothing_was_planned_yet()
    {
        using var line = new CommandLine().WithReports();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions(),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            3,
            await line.RunUntilAsync(
                stop.Token,
                "run",
                "--base-url",
                $"{provider.BaseUrl}",
                "--out",
                line.Path("results")
            )
        );
        Assert.Equal("error: stopped before its end.", line.Error.Trim());
        Assert.False(Directory.Exists(line.Path("results")));
    }

    [Fact]
    public async Task Shows_the_key_nowhere()
    {
        const string Key = "key-of-a-test-1234567";
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = Key } }.WithReports();

        // It answers with the key, and with an id that makes every answer a finding.
        Assert.Equal(
            1,
            await line.RunAsync(
                "run",
                "--defect",
                "key-in-answer",
                "--defect",
                "key-in-error",
                "--defect",
                "id-not-uuid",
                "--out",
                line.Path("results")
            )
        );

        var files = Directory.GetFiles(line.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.All(files.Append(line.Out).Append(line.Error), t =>
            Assert.DoesNotContain(Key, t, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static JsonDocument Results(CommandLine line) =>
        JsonDocument.Parse(File.ReadAllText(line.Path("results/results.json")));

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
