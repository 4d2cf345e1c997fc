using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>A run against a shelter with the settings that a user has who sets none but the key.</summary>
internal static class ShelterRun
{
    public static async Task<IReadOnlyList<RunEvent>> OfAsync(
        Shelter shelter,
        Func<ConformanceOptions, ConformanceOptions>? change = null,
        Func<RunOptions, RunOptions>? changeRun = null
    )
    {
        using var folder = new TemporaryFolder();
        var options = new ConformanceOptions
        {
            BaseUrl = shelter.BaseUrl,
            ApiKey = Shelter.Token,
            Description = folder.Write("shelter.yaml", ShelterDescription.Text),
            Random = 10,
        };
        options = change is null ? options : change(options);
        var run = RunPlan.Read(options, TestContext.Current.CancellationToken).For(shelter.BaseUrl, options.ApiKey);
        run = changeRun is null ? run : changeRun(run);
        var events = new List<RunEvent>();
        await foreach (
            var happened in new ConformanceRun(run, TimeProvider.System).ExecuteAsync(
                TestContext.Current.CancellationToken
            )
        )
        {
            events.Add(happened);
        }

        return events;
    }

    public static IReadOnlyList<Finding> Findings(IEnumerable<RunEvent> events) =>
        [
            .. events
                .OfType<RunEvent.CaseJudged>()
                .SelectMany(j => j.Verdict is Verdict.Failed failed ? failed.Findings : []),
        ];
}
