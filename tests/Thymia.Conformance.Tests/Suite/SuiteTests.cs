using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>
/// The suite as its users run it, against providers that are healthy, spoilt, down, silent, slow and busy.
/// </summary>
public sealed class SuiteTests : SuiteFixture
{
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
}
