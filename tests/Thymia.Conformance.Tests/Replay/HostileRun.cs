using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Judging;

namespace Thymia.Conformance.Tests.Replay;

/// <summary>A run of some cases against a provider of a test, without repeats and company.</summary>
internal static class HostileRun
{
    public static async Task<List<RunEvent.CaseJudged>> OfAsync(
        Uri url,
        IEnumerable<TestCase> cases,
        int concurrency = 4,
        TimeProvider? time = null
    )
    {
        var run = new RunOptions
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = cases.Select(CasePlan.Of),
            Total = 0,
            Guard = _ => null,
            Replay = RawServer.Patient(url) with { Concurrency = concurrency, TimeOut = TimeSpan.FromMinutes(10) },
            RepeatEvery = 0,
            CrowdEvery = 0,
        };
        var judged = new List<RunEvent.CaseJudged>();
        await foreach (
            var happened in new ConformanceRun(run, time ?? new HeldTime()).ExecuteAsync(
                TestContext.Current.CancellationToken
            )
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
