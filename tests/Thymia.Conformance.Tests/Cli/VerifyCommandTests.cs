using Thymia.Conformance.Tests.Pacts.Broker;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>What <c>verify</c> makes of pacts and options at the edge.</summary>
public sealed class VerifyCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_not_green_where_the_broker_has_no_pact_and_names_the_selector()
    {
        await using var broker = await BrokerStandIn.StartAsync(Token);
        broker.State.Version("things", "0");
        string[] words =
        [
            "verify",
            "--provider",
            "things",
            "--broker-url",
            broker.Url.ToString(),
            "--branch",
            "mistyped",
        ];
        using var line = new CommandLine();
        using var lenient = new CommandLine();

        Assert.Equal(3, await line.RunAsync([.. words, "--out", line.Path("results")]));
        Assert.Equal(0, await lenient.RunAsync([.. words, "--allow-no-pacts", "--out", lenient.Path("results")]));

        Assert.Equal(
            """error: the broker has no pact for things to verify (selectors {"branch":"mistyped"}); """
                + "correct what chooses them, or allow for it with --allow-no-pacts.\n",
            line.Error
        );
        Assert.StartsWith(
            "Nothing to verify: the broker has no pact for things",
            lenient.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Allows_for_an_empty_folder_where_asked()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("verify", "--out", line.Path("results")));
        Assert.Equal(0, await line.RunAsync("verify", "--allow-no-pacts", "--out", line.Path("results")));
    }

    [Fact]
    public async Task Takes_the_reports_of_an_earlier_verification_away_before_it_begins()
    {
        using var line = new CommandLine();
        Directory.CreateDirectory(line.Path("results"));
        string[] stale = ["results/verification.json", "results/junit-pacts.xml"];
        Assert.All(stale, s => File.WriteAllText(line.Path(s), "earlier"));

        Assert.Equal(2, await line.RunAsync("verify", "--pacts", "none.json", "--out", line.Path("results")));

        Assert.All(stale, s => Assert.False(File.Exists(line.Path(s))));
    }

    [Fact]
    public async Task Warns_of_each_state_that_is_not_set_up()
    {
        var (exit, line) = await VerifyAsync("3.0.0", ""","providerStates":[{"name":"there are things"}]""");

        Assert.Equal(0, exit);
        Assert.Equal(
            "note: the state 'there are things' was not set up: no URL is given with --provider-states-url\n",
            line.Error
        );
        line.Dispose();
    }

    [Fact]
    public async Task Calls_nothing_honoured_that_is_pending_and_fails()
    {
        var (exit, line) = await VerifyAsync("4.0", ""","type":"Synchronous/HTTP","pending":true""", status: 404);

        Assert.Equal(0, exit);
        Assert.Contains(
            "Nothing is broken that counts: what is not as agreed is pending.",
            line.Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("honoured", line.Out, StringComparison.Ordinal);
        line.Dispose();
    }

    [Theory]
    [InlineData(
        "5.0",
        "pact.json: the pact is of version 5.0 of Pact's specification, which is not known here; give one of version "
            + "2.0 to 4.0."
    )]
    [InlineData(
        "10.1.2",
        "pact.json: the pact is of version 10.1.2 of Pact's specification, which is not known here; give one of "
            + "version 2.0 to 4.0."
    )]
    public async Task Refuses_a_version_that_it_does_not_know(string version, string sentence)
    {
        var (exit, line) = await VerifyAsync(version, "");

        Assert.Equal(2, exit);
        Assert.EndsWith(sentence + "\n", line.Error, StringComparison.Ordinal);
        line.Dispose();
    }

    [Fact]
    public async Task Says_that_a_pact_is_of_messages()
    {
        using var line = new CommandLine();
        var file = line.Write(
            "pact.json",
            """{"consumer":{"name":"a"},"provider":{"name":"b"},"messages":[{"description":"x"}]}"""
        );

        Assert.Equal(2, await line.RunAsync("verify", "--pacts", file, "--out", line.Path("results")));

        Assert.Contains(
            "the pact is of messages, which are not HTTP and cannot be verified here",
            line.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Reads_a_pact_with_a_byte_order_mark()
    {
        var (exit, line) = await VerifyAsync("2.0.0", "", mark: "\uFEFF");

        Assert.Equal((0, ""), (exit, line.Error));
        line.Dispose();
    }

    [Theory]
    [InlineData(
        "X-Tenant",
        "--header: 'X-Tenant' is not followed by the name of a variable; write it like X-Tenant=TENANT, where the "
            + "variable TENANT holds the value."
    )]
    [InlineData(
        "X Tenant=TENANT",
        "--header: 'X Tenant' is not followed by the name of a variable; write it like X-Tenant=TENANT, where the "
            + "variable TENANT holds the value."
    )]
    [InlineData(
        "X-Tenant=MISSING",
        "--header: the variable MISSING is not set; set it to printable ASCII, or name another."
    )]
    [InlineData(
        "X-Tenant=ODD",
        "--header: the value of the variable ODD is not allowed in a header; set it to printable ASCII, or name "
            + "another."
    )]
    public async Task Says_why_a_header_cannot_be_sent(string header, string sentence)
    {
        using var line = new CommandLine();
        line.Environment["ODD"] = "a\u0001b";

        Assert.Equal(2, await line.RunAsync("verify", "--header", header, "--out", line.Path("results")));

        Assert.Equal($"error: {sentence}\n", line.Error);
    }

    private static async Task<(int Exit, CommandLine Line)> VerifyAsync(
        string version,
        string members,
        int status = 200,
        string mark = ""
    )
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));
        var line = new CommandLine();
        var file = line.Write(
            "pact.json",
            mark
                + $$$"""
                {"consumer":{"name":"shop"},"provider":{"name":"things"},
                  "metadata":{"pactSpecification":{"version":"{{{version}}}"}},
                 "interactions":[{"description":"x","request":{"method":"GET","path":"/x"},
                   "response":{"status":{{{status}}}}{{{members}}}}]}
                """
        );
        return (
            await line.RunAsync(
                "verify",
                "--pacts",
                file,
                "--base-url",
                provider.Url.ToString(),
                "--out",
                line.Path("results")
            ),
            line
        );
    }
}
