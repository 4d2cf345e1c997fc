using System.Collections.Concurrent;
using System.Text;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>
/// The suite as its users run it, against providers that are healthy, spoilt, down, silent, slow and busy.
/// </summary>
public sealed class SuiteTests : IDisposable
{
    private const string Sex = "location=user.birthSex&keyword=enum&outcome=rejected";
    private const string SexQuery = "/[(location=user.birthSex)&(keyword=enum)&(outcome=rejected)]";
    private const int Few = 5;
    private const string LowerCase = "POST /v1/calls · user.birthSex · enum · lower case is rejected";

    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""));

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Explicit = true)]
    public async Task Fails_exactly_the_tests_that_Defects_concern_and_says_why()
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = ["birth-sex-any-case", "id-not-uuid"] },
            Token
        );

        var outcome = await RunAsync($"{Sex}|check=response-schema", provider.BaseUrl, ("THYMIA_SEED", "7"));

        Assert.Equal(1, outcome.ExitCode);
        var failed = outcome.Tests("Failed");
        Assert.Contains("POST /v1/calls · user.birthSex · enum · capitalised is rejected", failed.Keys);
        Assert.Contains("all cases · response-schema · the answer honours its schema", failed.Keys);
        Assert.DoesNotContain("POST /v1/calls · user.birthSex · enum · truncated is rejected", failed.Keys);
        Assert.Contains(
            "request body at /user/birthSex: found status 200",
            failed[LowerCase],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "post-v1-calls:user.birthSex:enum:lower-case (seed 7)",
            failed[LowerCase],
            StringComparison.Ordinal
        );
        Assert.Contains("curl -sS", failed[LowerCase], StringComparison.Ordinal);
        Assert.Equal(3, failed.Count);
        Assert.True(outcome.Results.GetProperty("failed").GetInt32() > failed.Count);
    }

    [Fact(Explicit = true)]
    public async Task Skips_with_the_reason_what_is_known_to_deviate_and_what_no_more_calls_may_be_created_for()
    {
        var spoilt = new ProviderOptions { Defects = ["birth-sex-any-case"] };
        await using var provider = await ReferenceProvider.StartAsync(spoilt, Token);
        var known = _folder.Write(
            "known.yaml",
            """
            deviations:
              - id: lenient-sex
                check: invalid-rejected
                location: request body at /user/birthSex
                reason: old clients
                owner: calls team
                expires: 2999-12-31
            """
        );

        var outcome = await RunAloneAsync(
            "/[(location=user.birthSex)&(keyword=enum)]",
            provider.BaseUrl,
            ("THYMIA_DEVIATIONS", known),
            ("THYMIA_MAXACCEPTEDCALLS", "3")
        );

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Contains(
            "the run may create 3 calls and has; --max-accepted-calls",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, outcome.Results.GetProperty("failed").GetInt32());
        Assert.True(outcome.Results.GetProperty("skipped").GetInt32() > 0);

        // What is accepted though it should not be counts as created. How many of the three calls that takes depends on
        // how many valid requests came before; one call is kept for it.
        Assert.Equal(3, outcome.Results.GetProperty("created").GetInt32());
        Assert.NotEqual(0, outcome.Results.GetProperty("known").GetInt32());
        Assert.Contains(
            "known deviation lenient-sex: old clients (calls team, until 2999-12-31)",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Fact(Explicit = true)]
    public async Task Skips_what_carries_a_phone_number_to_another_machine()
    {
        var outcome = await RunAloneAsync(
            "/[(location=phoneNumber)&(kind=uk-mobile)]",
            new Uri("https://staging.example.com"),
            ("THYMIA_APIKEY", "key-of-a-test"),
            ("THYMIA_POLICY", "strict")
        );

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Contains(
            "it carries a phone number that the provider might dial; --allow-phone-numbers "
                + "(THYMIA_ALLOWPHONENUMBERS) sends it",
            outcome.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(1, outcome.Results.GetProperty("skipped").GetInt32());
        Assert.Equal(1, outcome.Results.GetProperty("cases").GetInt32());
    }

    [Fact(Explicit = true)]
    public async Task Fails_at_once_where_nobody_listens()
    {
        var nobody = new Uri("http://127.0.0.1:1");

        var outcome = await RunAsync($"{Sex}|scope=check", nobody);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Tests("Passed"));
        Assert.Empty(outcome.Tests("NotExecuted"));
        Assert.All(outcome.Tests("Failed").Values, m =>
            Assert.Contains(
                "No verdict from the provider at http://127.0.0.1:1/: connection refused by 127.0.0.1:1",
                m,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(1, outcome.Results.GetProperty("cases").GetInt32());
    }

    [Fact(Explicit = true)]
    public async Task Gives_up_on_a_provider_that_answers_nothing()
    {
        await using var silent = RawServer.Doing((_, stop) => Task.Delay(Timeout.Infinite, stop));

        var outcome = await RunAloneAsync(SexQuery, silent.Url, ("THYMIA_TIMEOUT", "100ms"), ("THYMIA_POLICY", "auto"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("[SKIP]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("timed out after 0.1 s", outcome.Output, StringComparison.Ordinal);
        Assert.InRange(silent.Requests.Count, 1, 6);
    }

    [Fact(Explicit = true)]
    public async Task Gives_up_on_a_provider_that_does_not_know_the_key()
    {
        await using var strict = RawServer.Answering(RawServer.Json(401, """{"detail":"Unknown key"}"""));

        var outcome = await RunAloneAsync(SexQuery, strict.Url, ("THYMIA_APIKEY", "wrong-key"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "the API key is refused with status 401; set the key that the provider knows as THYMIA_APIKEY",
            outcome.Output,
            StringComparison.Ordinal
        );

        // Three probes of the framework, and three cases.
        Assert.Equal(6, strict.Requests.Count);
        Assert.Equal(0, outcome.Results.GetProperty("failed").GetInt32());
    }

    [Fact(Explicit = true)]
    public async Task Fails_what_a_slow_provider_takes_too_long_for_and_nothing_else()
    {
        await using var slow = RawServer.Doing(
            async (stream, stop) =>
            {
                await Task.Delay(20, stop);
                await stream.WriteAsync(Encoding.Latin1.GetBytes(Rejection), stop);
            }
        );

        var outcome = await RunAsync(
            "location=user.birthSex&keyword=enum&kind=lower-case",
            slow.Url,
            ("THYMIA_REFUSEDWITHIN", "5ms")
        );

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("latency: POST /v1/calls", outcome.Tests("Failed")[LowerCase], StringComparison.Ordinal);
        Assert.Equal(
            ["latency"],
            outcome
                .Results.GetProperty("findings")
                .EnumerateArray()
                .Select(f => f.GetProperty("check").GetString())
                .Distinct()
        );
    }

    [Fact(Explicit = true)]
    public async Task Is_patient_with_a_provider_that_limits_the_rate()
    {
        var known = new ConcurrentDictionary<string, bool>();
        await using var busy = RawServer.Doing(
            async (request, stream, stop) =>
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(known.TryAdd(request.Split("\r\n\r\n")[^1], true) ? Busy : Rejection),
                    stop
                )
        );

        var outcome = await RunAsync(Sex, busy.Url);

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Equal(outcome.Tests("Passed").Count, outcome.Results.GetProperty("passed").GetInt32());

        Assert.Equal(known.Count, outcome.Results.GetProperty("throttled").GetInt32());
        Assert.True(known.Count >= outcome.Tests("Passed").Count);
    }

    [Fact(Explicit = true)]
    public async Task Gives_up_on_a_provider_that_limits_the_rate_for_ever()
    {
        await using var busy = RawServer.Answering(Busy);

        var outcome = await RunAloneAsync(SexQuery, busy.Url);

        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("[SKIP]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("limit", outcome.Output, StringComparison.Ordinal);
        Assert.InRange(busy.Requests.Count, 15, 60);
    }

    [Fact(Explicit = true)]
    public async Task Judges_by_the_policy_that_the_first_errors_tell()
    {
        var lax = new ProviderOptions { Mode = ProviderMode.PydanticV1 };
        await using var provider = await ReferenceProvider.StartAsync(lax, Token);

        var outcome = await RunAloneAsync(
            "/[(location=user.userLabel)&(keyword=type)]",
            provider.BaseUrl,
            ("THYMIA_POLICY", "auto")
        );

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Equal("fastapi-pydantic-v1", outcome.Results.GetProperty("policy").GetProperty("name").GetString());
        Assert.True(outcome.Results.GetProperty("tolerated").GetInt32() > 0);
    }

    [Fact]
    public async Task Refuses_to_test_the_embedded_provider_in_the_name_of_staging()
    {
        var outcome = await RunAloneAsync("/[scope=run]", null, ("THYMIA_ENVIRONMENT", "staging"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "THYMIA_ENVIRONMENT names 'staging', and no provider is configured for it; set THYMIA_BASEURL",
            outcome.Output,
            StringComparison.Ordinal
        );
    }

    [Fact(Explicit = true)]
    public async Task Leaves_reports_and_pacts_when_it_is_stopped()
    {
        TaskCompletionSource reached = new(),
            gone = new();
        await using var held = AnsweringFew(reached, gone);
        var suite = new SuiteProcess(_folder.Path) { Settings = { ["THYMIA_BASEURL"] = held.Url.ToString() } };

        var (exit, output) = await suite.StopAfterAsync(
            reached.Task,
            Token,
            "-trait",
            "location=user.birthSex",
            "-trait",
            "keyword=enum"
        );

        Assert.True(exit != 0, output);
        DemandReportsOfAPart(new SuiteOutcome(exit, output, _folder.Path));
    }

    [Fact(Explicit = true)]
    public async Task Leaves_them_and_sends_no_more_when_the_test_host_is_gone()
    {
        TaskCompletionSource reached = new(),
            gone = new();
        await using var held = AnsweringFew(reached, gone);
        (string, string)[] settings = [("THYMIA_TIMEOUT", "10m")];

        var outcome = await Suite(held.Url, settings)
            .StopDotnetAfterAsync(reached.Task, "location=user.birthSex&keyword=enum", Token);
        await gone.Task.WaitAsync(Token);

        Assert.NotEqual(0, outcome.ExitCode);
        DemandReportsOfAPart(outcome);
    }

    [Fact(Explicit = true)]
    public async Task Shows_a_test_runner_each_test_once()
    {
        var tests = await new SuiteProcess(_folder.Path).DiscoverAsync(Token);

        Assert.InRange(tests.Count, 500, 1_000);
        Assert.Equal(tests.Count, tests.DistinctBy(t => t.Id).Count());
        Assert.Equal(tests.Count, tests.DistinctBy(t => t.Name).Count());
        Assert.Contains(tests, t => t.Name == LowerCase);
    }

    // Five answers; then nothing, until whoever asks has gone.
    private static RawServer AnsweringFew(TaskCompletionSource reached, TaskCompletionSource gone)
    {
        var asked = 0;
        return RawServer.Doing(
            async (stream, stop) =>
            {
                if (Interlocked.Increment(ref asked) <= Few)
                {
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(Rejection), stop);
                    return;
                }

                reached.TrySetResult();
                try
                {
                    _ = await stream.ReadAsync(new byte[1], stop);
                }
                finally
                {
                    gone.TrySetResult();
                }
            }
        );
    }

    private void DemandReportsOfAPart(SuiteOutcome outcome)
    {
        Assert.True(outcome.Results.GetProperty("cancelled").GetBoolean());
        Assert.InRange(outcome.Results.GetProperty("cases").GetInt32(), 1, Few);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "report.html")));
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "pacts-of-a-part")));
    }

    private static string Busy { get; } =
        "HTTP/1.1 429 X\r\nRetry-After: 0\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private Task<SuiteOutcome> RunAsync(string filter, Uri? baseUrl, params (string Name, string Value)[] settings) =>
        Suite(baseUrl, settings).RunAsync(filter, Token);

    private Task<SuiteOutcome> RunAloneAsync(
        string query,
        Uri? baseUrl,
        params (string Name, string Value)[] settings
    ) => Suite(baseUrl, settings).RunAloneAsync(query, Token);

    private SuiteProcess Suite(Uri? baseUrl, (string Name, string Value)[] settings)
    {
        var suite = new SuiteProcess(_folder.Path);
        foreach (var (name, value) in settings)
        {
            suite.Settings[name] = value;
        }

        if (baseUrl is not null)
        {
            suite.Settings["THYMIA_BASEURL"] = baseUrl.ToString();
        }

        return suite;
    }
}
