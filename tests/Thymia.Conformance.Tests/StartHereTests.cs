using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests;

/// <summary>Start here: a description goes in, a verdict comes out, by the library alone.</summary>
public sealed class StartHereTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("birth-sex-enum-unchecked", "error-complete", "error-location", "invalid-rejected")]
    public async Task A_description_goes_in_and_a_verdict_comes_out(string? defect, params string[] found)
    {
        var provider = new ProviderOptions { Defects = defect is null ? [] : [defect] };
        await using var server = await ReferenceProvider.StartAsync(provider, TestContext.Current.CancellationToken);
        var plan = RunPlan.Read(
            new ConformanceOptions { Seed = 1, Random = 10 },
            TestContext.Current.CancellationToken
        );
        var run = new ConformanceRun(plan.For(server.BaseUrl, ProviderOptions.DemoApiKey), TimeProvider.System);

        var checks = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var happened in run.ExecuteAsync(TestContext.Current.CancellationToken))
        {
            if (happened is RunEvent.CaseJudged { Verdict: Verdict.Failed failed })
            {
                checks.UnionWith(failed.Findings.Select(f => f.Check));
            }
        }

        Assert.Equal(found, checks);
    }
}
