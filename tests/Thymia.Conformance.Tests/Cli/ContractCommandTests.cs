using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Xml.Linq;
using Thymia.Conformance.Cli;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Pacts;
using Thymia.Conformance.Tests.Replay;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>The commands <c>verify</c>, <c>record</c> and <c>stub</c>.</summary>
public sealed class ContractCommandTests
{
    // A header, the body of an error, the key; then statuses and bodies of successes and errors.
    public static TheoryData<string, string> Reasons =>
        [
            (
                "error-as-html",
                "answer header Content-Type: Mismatch with header 'Content-Type': Expected 'text/html; "
                    + "charset=utf-8' to match"
            ),
            ("loc-of-body-only", "answer body at $.detail: Variant at index 0"),
            ("key-not-required", "answer status: expected 422 but was 200"),
            ("created-201", "answer status: expected 200 but was 201"),
            ("id-not-uuid", "answer body at $.id: Expected 'call-"),
            ("created-at-without-offset", "answer body at $.createdAt: Expected '"),
            ("user-label-missing", "answer body at $.user: Actual map is missing the following keys: userLabel"),
            ("status-number", "answer body at $.status: Expected "),
            ("wrong-error-location", "answer body at $.detail: Variant at index 0"),
            ("validation-400", "answer status: expected 422 but was 400"),
        ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verifies_the_golden_pact_against_the_embedded_provider()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await VerifyAsync(line, "--pacts", GoldenPact.Folder));

        Assert.Contains("The pacts are honoured: 46 interactions.", line.Out, StringComparison.Ordinal);
        Assert.Empty(line.Error);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(line.Path("results/verification.json"), Token));
        Assert.Equal("passed", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(46, json.RootElement.GetProperty("interactions").GetArrayLength());
        Assert.Equal(
            "46",
            XDocument
                .Load(line.Path("results/junit-pacts.xml"))
                .Descendants("testsuite")
                .Single()
                .Attribute("tests")!
                .Value
        );
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Reasons))]
    public async Task Fails_a_defect_with_a_reason_one_can_read(string defect, string reason)
    {
        using var line = new CommandLine();

        Assert.Equal(1, await VerifyAsync(line, "--pacts", GoldenPact.Folder, "--defect", defect));

        Assert.Contains("   " + reason, line.Out, StringComparison.Ordinal);
        Assert.Contains("The pacts are broken: ", line.Out, StringComparison.Ordinal);
        Assert.NotEqual(
            "0",
            XDocument
                .Load(line.Path("results/junit-pacts.xml"))
                .Descendants("testsuite")
                .Single()
                .Attribute("failures")!
                .Value
        );
    }

    [Fact(Explicit = true)]
    public async Task Finds_no_verdict_where_nobody_answers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var line = new CommandLine();

        Assert.Equal(
            3,
            await VerifyAsync(line, "--pacts", GoldenPact.Folder, "--base-url", $"http://127.0.0.1:{port}")
        );

        Assert.Contains(
            "No verdict: 46 of 46 interactions got no answer to compare.",
            line.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Leaves_requests_that_expect_a_refused_key_as_they_are()
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { ApiKey = "issued-key" },
            Token
        );
        using var line = new CommandLine { Environment = { ["THYMIA_APIKEY"] = "issued-key" } };
        var pact = line.Write(
            "shop.json",
            """
            {"consumer":{"name":"shop"},"provider":{"name":"calls"},
              "metadata":{"pactSpecification":{"version":"3.0.0"}},
             "interactions":[
               {"description":"a wrong key","request":{"method":"POST","path":"/v1/calls",
                 "headers":{"Content-Type":"application/json","x-api-key":"wrong"},
                 "body":{"user":{"userLabel":"l","dateOfBirth":"1990-01-01","birthSex":"MALE"},"language":"en-GB",
                   "agent":{}}},
                "response":{"status":401}},
               {"description":"an empty call","request":{"method":"POST","path":"/v1/calls",
                 "headers":{"Content-Type":"application/json"},"body":{}},
                "response":{"status":422}}]}
            """
        );

        var exit = await VerifyAsync(line, "--pacts", pact, "--base-url", $"{provider.BaseUrl}");

        Assert.True(exit == 0, line.Out);
        Assert.DoesNotContain("issued-key", line.Out, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Asks_for_provider_states_where_it_is_told_to()
    {
        await using var states = RawServer.Answering(RawServer.Json(200, "{}"));
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await VerifyAsync(line, "--pacts", GoldenPact.Folder, "--provider-states-url", $"{states.Url}states")
        );

        Assert.Equal(
            45,
            states.Requests.Count(r =>
                r.StartsWith("POST /states", StringComparison.Ordinal)
                && r.Contains("an active API key", StringComparison.Ordinal)
            )
        );
    }

    [Fact(Explicit = true)]
    public async Task Records_the_golden_pact_anew_and_from_a_run_under_other_names()
    {
        using var line = new CommandLine();
        Assert.Equal(0, await line.RunAsync("record", "--all-shapes", "--dir", line.Path("golden")));
        Assert.All(GoldenPact.Files, f =>
            Assert.Equal(File.ReadAllText(f), File.ReadAllText(line.Path("golden/" + Path.GetFileName(f))))
        );

        string[] names = ["--consumer", "web shop", "--provider", "calls"];
        Assert.Equal(
            0,
            await line.RunAsync(["record", "--all-shapes", "--seed", "9", "--dir", line.Path("anew"), .. names])
        );
        Assert.Equal(0, await line.RunAsync("run", "--quiet", "--random", "0", "--out", line.Path("results")));
        Assert.Equal(
            0,
            await line.RunAsync(["record", "--from", line.Path("results"), "--dir", line.Path("from"), .. names])
        );

        Assert.Equal(
            ["web-shop-calls-without-key.json", "web-shop-calls.json"],
            Directory.GetFiles(line.Path("from")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(Directory.GetFiles(line.Path("from")), f =>
            Assert.Equal(File.ReadAllText(line.Path("anew/" + Path.GetFileName(f))), File.ReadAllText(f))
        );
    }

    [Fact]
    public async Task Keeps_what_a_run_within_a_limit_saw_apart_from_the_contract()
    {
        using var line = new CommandLine();

        await line.RunAsync([
            "run",
            "--max-accepted-calls",
            "3",
            "--random",
            "0",
            "--reports",
            "none",
            "--out",
            line.Path("results"),
        ]);

        Assert.False(Directory.Exists(line.Path("results/pacts")));
        var files = Directory.GetFiles(line.Path("results/pacts-of-a-part"));
        Assert.NotEmpty(files);
        Assert.All(PactFiles.Find(files), p => Assert.True(p.IsPart));
        Assert.Contains("of a part of the run, since cases were left out", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_what_passed_and_says_that_not_all_did()
    {
        using var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("record", "--defect", "id-not-uuid", "--dir", line.Path("pacts")));

        Assert.Contains(
            " did not pass and are not recorded; thymia-conformance run says why.",
            line.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "a call as documented",
            await File.ReadAllTextAsync(line.Path("pacts/thymia-consumer-thymia-voice-agent.json"), Token),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Serves_a_stub_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var output = new SignallingWriter("Listening on ");
        var running = new Application(
            new Terminal
            {
                Out = output,
                Error = output,
                OpenOut = () => Stream.Null,
                Environment = new Dictionary<string, string>(),
                Folder = Path.GetTempPath(),
            }
        ).RunAsync(["stub", "--pacts", GoldenPact.Folder, "--port", "0"], stop.Token);

        var first = await Task.WhenAny(output.Seen, running);
        Assert.True(first == output.Seen, output.ToString());
        Assert.EndsWith(" (46 interactions); Ctrl-C ends it.", await output.Seen, StringComparison.Ordinal);
        await stop.CancelAsync();

        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Leaves_nobody_listening_when_the_process_of_a_stub_is_killed()
    {
        using var folder = new TemporaryFolder();
        using var stub = CliProcess.Start(folder.Path, "stub", "--pacts", GoldenPact.Folder, "--port", "0");
        var line = await stub.StandardOutput.ReadLineAsync(Token);
        var port = int.Parse(line!.Split(':', ' ').First(p => p.Length > 3 && p.All(char.IsAsciiDigit)), null);

        stub.Kill(entireProcessTree: false);
        await stub.WaitForExitAsync(Token);

        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, port, Token).AsTask());
    }

    [Theory]
    [InlineData("verify --pacts nosuch.json", "nosuch.json: there is no such pact; record one first, or name another.")]
    [InlineData(
        "verify --pacts {folder}",
        "{folder}: there is no pact in this folder; record one with thymia-conformance record, or name another."
    )]
    [InlineData("verify --pacts {file}", "{file}:1: the pact is not JSON; record it again.")]
    [InlineData(
        "verify --provider-states-url here",
        "--provider-states-url: 'here' is not allowed; give an absolute http or https URL."
    )]
    [InlineData(
        "verify --enable-pending",
        "--broker-url: no broker is named; give its URL, or set PACT_BROKER_BASE_URL."
    )]
    [InlineData(
        "verify --base-url https://api.example.com",
        "ApiKey: the provider at api.example.com needs a key, and none is configured; set the environment variable "
            + "THYMIA_APIKEY or the user secret ApiKey."
    )]
    [InlineData("stub --port 70000", "--port: '70000' is not allowed; give a whole number from 0 to 65535.")]
    [InlineData(
        "stub --host example --pacts {golden}",
        "--host: 'example' is no address; give one of this machine, such as 127.0.0.1, or 0.0.0.0 for all."
    )]
    [InlineData("stub --pacts {file}", "{file}:1: the pact is not JSON; record it again.")]
    [InlineData(
        "record --from {folder}",
        "{folder}/pacts: there are no pacts of a run here; name the folder of a run's results with --from, one "
            + "without --no-pacts."
    )]
    [InlineData(
        "record --dir {file}",
        "{file}: cannot be written: a file stands where a folder is needed; choose another place with --out."
    )]
    public async Task Says_in_one_sentence_what_is_of_no_use(string words, string sentence)
    {
        using var line = new CommandLine();
        string Filled(string text) =>
            text.Replace("{folder}", line.Path("empty"), StringComparison.Ordinal)
                .Replace("{file}", line.Path("broken"), StringComparison.Ordinal)
                .Replace("{golden}", GoldenPact.Folder, StringComparison.Ordinal);
        Directory.CreateDirectory(line.Path("empty"));
        line.Write("broken", "{");

        var args = words.Split(' ').Select(Filled).ToArray();
        Assert.Equal(2, await line.RunAsync(args[0] == "verify" ? [.. args, "--out", line.Path("results")] : args));

        Assert.Equal($"error: {Filled(sentence)}{Environment.NewLine}", line.Error);
    }

    private static Task<int> VerifyAsync(CommandLine line, params string[] arguments) =>
        line.RunAsync(["verify", .. arguments, "--out", line.Path("results")]);
}
