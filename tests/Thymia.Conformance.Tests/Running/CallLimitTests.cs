using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Running;

public sealed class CallLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_a_fifth_of_the_calls_for_what_should_be_refused()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);
        var judged = await RunAsync(
            new ConformanceOptions
            {
                BaseUrl = provider.BaseUrl,
                MaxAcceptedCalls = 25,
                Policy = "strict",
            }
        );

        Assert.Equal(20, judged.Count(IsCreated));
        var skipped = judged.Where(j => j.Verdict is Verdict.Skipped).ToList();
        Assert.NotEmpty(skipped);
        Assert.All(skipped, j => Assert.True(j.Case.IsValid));
        Assert.All(skipped, j =>
            Assert.Equal(
                "the run may create 25 calls and has; --max-accepted-calls (THYMIA_MAXACCEPTEDCALLS) sets how many",
                ((Verdict.Skipped)j.Verdict).Reason
            )
        );
        Assert.All(judged.Where(j => !j.Case.IsValid), j => Assert.NotNull(j.Exchange));
    }

    [Fact]
    public async Task Sends_nothing_that_might_be_accepted_where_no_call_may_be_created()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var judged = await RunAsync(new ConformanceOptions { BaseUrl = provider.BaseUrl, MaxAcceptedCalls = 0 });

        Assert.All(judged.Where(j => j.Exchange is not null), j =>
            Assert.Contains(j.Case.Request.Method, (string[])["GET", "HEAD", "TRACE"])
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(25)]
    public async Task Creates_no_more_than_the_limit_at_a_provider_that_accepts_what_it_should_refuse(int most)
    {
        var lax = new ProviderOptions
        {
            Mode = ProviderMode.PydanticV1,
            Defects = ["birth-sex-enum-unchecked", "language-enum-unchecked"],
        };
        await using var provider = await ReferenceProvider.StartAsync(lax, Token);

        var judged = await RunAsync(
            new ConformanceOptions
            {
                BaseUrl = provider.BaseUrl,
                MaxAcceptedCalls = most,
                Policy = "auto",
                Random = 100,
            }
        );

        Assert.InRange(judged.Count(IsCreated), 1, most);
        Assert.True(
            most == 1
                || judged.Any(j =>
                    j.Verdict is Verdict.Skipped { Reason: var r }
                    && r.StartsWith("the provider is known to accept it", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Counts_what_a_lax_provider_accepts_against_the_limit()
    {
        var lax = new ProviderOptions { Defects = ["birth-sex-enum-unchecked", "language-enum-unchecked"] };
        await using var provider = await ReferenceProvider.StartAsync(lax, Token);

        var judged = await RunAsync(
            new ConformanceOptions
            {
                BaseUrl = provider.BaseUrl,
                MaxAcceptedCalls = 190,
                Policy = "strict",
            }
        );

        var accepted = judged.Where(IsCreated).ToList();
        Assert.Contains(accepted, j => !j.Case.IsValid);
        Assert.InRange(accepted.Count(j => j.Case.IsValid), 0, 189);
    }

    [Fact]
    public void Is_gentle_with_a_provider_on_another_machine()
    {
        var remote = new ConformanceOptions { BaseUrl = new Uri("https://staging.example.com"), ApiKey = "key" };

        var run = RunPlan.Read(remote, TestContext.Current.CancellationToken).For(remote.BaseUrl, "key");

        Assert.Equal((5, 2, 25), (run.Replay.Rate, run.Replay.Concurrency, run.MaxAcceptedCalls));
        Assert.False(run.Replay.AllowPhoneNumbers);
        Assert.False(run.RetryTimeouts);
    }

    [Fact]
    public void Is_as_fast_as_it_can_be_on_this_machine()
    {
        var run = RunPlan
            .Read(new ConformanceOptions(), TestContext.Current.CancellationToken)
            .For(new Uri("http://localhost"), "key");

        Assert.Equal(
            (double.PositiveInfinity, 8, int.MaxValue),
            (run.Replay.Rate, run.Replay.Concurrency, run.MaxAcceptedCalls)
        );
    }

    private static bool IsCreated(RunEvent.CaseJudged judged) =>
        judged is { Exchange.Answer.Status: 200, Within: null };

    private static async Task<List<RunEvent.CaseJudged>> RunAsync(ConformanceOptions options)
    {
        var run = RunPlan.Read(options).For(options.BaseUrl!, ProviderOptions.DemoApiKey);
        var judged = new List<RunEvent.CaseJudged>();
        await foreach (
            var happened in new ConformanceRun(run with { RepeatEvery = 0 }, TimeProvider.System).ExecuteAsync(Token)
        )
        {
            if (happened is RunEvent.CaseJudged j)
            {
                judged.Add(j);
            }
        }

        return judged;
    }
}
