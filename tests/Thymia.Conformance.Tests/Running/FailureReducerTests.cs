using System.Text.Json.Nodes;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Running;

public sealed class FailureReducerTests
{
    private static readonly ConformanceOptions RandomOnly = new()
    {
        Filter = CaseFilter.TryParse("id=*:random:*"),
        Random = 40,
    };

    [Fact]
    public async Task A_random_request_is_reduced_to_what_makes_it_fail()
    {
        var judged = await RunAsync("missing-webhook-500", o => o);

        var reduced = judged.Where(j => j.Reduced is not null && j.Case.IsValid).ToList();
        Assert.NotEmpty(reduced);
        Assert.All(reduced, j =>
            Assert.Equal(
                ["agent", "language", "user"],
                BodyOf(j.Reduced!).Select(p => p.Key).Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public async Task An_invalid_one_stays_as_invalid_as_it_was()
    {
        var judged = await RunAsync("detail-is-text", o => o);

        var plan = RunPlan.Read(RandomOnly, TestContext.Current.CancellationToken);
        var reduced = judged.Where(j => j.Reduced is not null).ToList();
        Assert.NotEmpty(reduced);
        Assert.All(reduced, j =>
        {
            Assert.False(j.Case.IsValid);
            Assert.Equal(j.Case.Mutation, j.Reduced!.Mutation);
            Assert.Null(plan.Contradiction(j.Reduced));
            Assert.True(j.Reduced.Request.Body!.Value.Length < j.Case.Request.Body!.Value.Length);
        });
    }

    [Fact]
    public async Task No_more_are_reduced_than_the_options_allow()
    {
        var judged = await RunAsync("detail-is-text", o => o with { ReduceAtMost = 2 });

        Assert.True(judged.Count(j => j.Verdict is Verdict.Failed) > 2);
        Assert.InRange(judged.Count(j => j.Reduced is not null), 1, 2);
    }

    [Fact]
    public async Task A_case_that_was_enumerated_is_as_small_as_it_should_be()
    {
        var judged = await RunAsync(
            "id-not-uuid",
            o => o,
            RandomOnly with
            {
                Filter = CaseFilter.TryParse("id=*:optional:*"),
            }
        );

        Assert.All(judged, j => Assert.IsType<Verdict.Failed>(j.Verdict));
        Assert.All(judged, j => Assert.Null(j.Reduced));
    }

    private static async Task<List<RunEvent.CaseJudged>> RunAsync(
        string defect,
        Func<RunOptions, RunOptions> change,
        ConformanceOptions? options = null
    )
    {
        var token = TestContext.Current.CancellationToken;
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = [defect] },
            token
        );
        var run = change(RunPlan.Read(options ?? RandomOnly).For(provider.BaseUrl, ProviderOptions.DemoApiKey));
        var judged = new List<RunEvent.CaseJudged>();
        await foreach (var happened in new ConformanceRun(run, TimeProvider.System).ExecuteAsync(token))
        {
            if (happened is RunEvent.CaseJudged one)
            {
                judged.Add(one);
            }
        }

        return judged;
    }

    private static JsonObject BodyOf(TestCase testCase) =>
        JsonNode.Parse(testCase.Request.Body!.Value.Span)!.AsObject();
}
