using System.Collections.Concurrent;
using System.Text;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>What the suite makes of a provider that is slow, away, or does not know the key.</summary>
public sealed class SuiteTroubleTests : SuiteFixture
{
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
}
