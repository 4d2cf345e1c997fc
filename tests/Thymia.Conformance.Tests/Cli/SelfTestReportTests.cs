using Spectre.Console.Testing;
using Thymia.Conformance.Cli.SelfTesting;
using Thymia.Conformance.Running;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Cli;

public sealed class SelfTestReportTests
{
    private static readonly DefectInfo Lost = new("lost", "Validation", "invalid-rejected", "Something is lost.");
    private static readonly DefectInfo Spoilt = new("spoilt", "Answers", "echo", "Something is spoilt.");

    [Fact]
    public void Passes_where_all_is_found_and_nothing_else()
    {
        var report = Report(Found(Lost, 1, "invalid-rejected"), Healthy());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("1 of 1 Defect found; no false alarm in 1 run without a Defect (seed 1, 2.0 s).", report.Sentence);
    }

    [Fact]
    public void Names_the_seeds_that_missed_a_Defect()
    {
        var report = Report([1, 2, 3], Found(Lost, 1, "invalid-rejected"), Found(Lost, 2), Found(Lost, 3));

        Assert.Equal(1, report.ExitCode);
        Assert.Equal("0 of 1 Defect found (3 seeds, 1 to 3, 2.0 s).", report.Sentence);
        Assert.Contains("MISSED by 2 of 3 seeds: 2, 3", Screen(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_another_check_found_a_Defect_than_the_one_meant_to()
    {
        var report = Report(Found(Lost, 1, "invalid-rejected"), Found(Spoilt, 1, "response-schema"));

        Assert.Equal("2 of 2 Defects found, 1 by the check that is meant to (seed 1, 2.0 s).", report.Sentence);
        Assert.Contains("response-schema, not by echo", Screen(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_on_a_false_alarm_and_shows_it()
    {
        var alarmed = Healthy() with
        {
            Checks = ["echo"],
            First = "POST /v1/calls: a sentence",
            Totals = RunTotals.None with { Cases = 5, Failed = 2 },
        };
        var report = Report(alarmed);

        Assert.Equal(1, report.ExitCode);
        Assert.StartsWith("2 false alarms in 1 run without a Defect", report.Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "False alarm in strict by strict: POST /v1/calls: a sentence",
            Screen(report),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fails_where_a_healthy_provider_leaves_a_case_without_a_verdict()
    {
        var report = Report(Healthy() with { Totals = RunTotals.None with { Cases = 5, Inconclusive = 1 } });

        Assert.Equal(1, report.ExitCode);
        Assert.Contains("none, 1 without a verdict", Screen(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_verdict_where_it_was_stopped_before_anything_went_wrong()
    {
        Assert.Equal(3, (Report(Healthy()) with { Stopped = true }).ExitCode);
        Assert.Equal(1, (Report(Found(Lost, 1)) with { Stopped = true }).ExitCode);
        Assert.Equal(3, Report().ExitCode);
    }

    [Fact]
    public void Tries_every_Defect_and_every_mode_with_every_seed()
    {
        var trials = new SelfTestRequest([1, 2], null, null, 1).Trials();

        Assert.Equal(trials.Count, trials.Distinct().Count());
        Assert.Equal(2 * ReferenceProvider.Defects.Count, trials.Count(t => t.Defect is not null));
        Assert.Equal(
            ["strict", "auto", "strict", "fastapi-pydantic-v1", "auto", "fastapi-pydantic-v2", "auto"],
            trials.Where(t => t is { Defect: null, Seed: 1, IsOfKeptCalls: false }).Select(t => t.Policy)
        );
        Assert.Equal(
            ["strict", "fastapi-pydantic-v1", "fastapi-pydantic-v2"],
            trials.Where(t => t is { Defect: null, Seed: 1, IsOfKeptCalls: true }).Select(t => t.Policy)
        );
    }

    [Fact]
    public void Demands_more_than_usual_for_Defects_that_exist_and_for_few()
    {
        var demanding = ReferenceProvider.Defects.Select(TrialDemands.For).Where(d => d != TrialDemands.None).ToList();

        Assert.Equal(6, demanding.Count(d => d.SchemaTier));
        Assert.Equal(5, demanding.Count(d => d.Budget is not null));
    }

    private static TrialResult Found(DefectInfo defect, ulong seed, params string[] checks) =>
        new(new Trial(defect, ProviderMode.Strict, "strict", seed), checks, 7, TimeSpan.FromMilliseconds(20))
        {
            Totals = RunTotals.None,
            Policy = "strict",
        };

    private static TrialResult Healthy() =>
        new(new Trial(null, ProviderMode.Strict, "strict", 1), [], 5, TimeSpan.FromSeconds(1))
        {
            Totals = RunTotals.None with { Cases = 5, Passed = 5 },
            Policy = "strict",
        };

    private static SelfTestReport Report(params TrialResult[] results) => Report([1], results);

    private static SelfTestReport Report(ulong[] seeds, params TrialResult[] results) =>
        new(seeds, results, TimeSpan.FromSeconds(2));

    private static string Screen(SelfTestReport report)
    {
        using var console = new TestConsole();
        console.Profile.Width = 200;
        SelfTestScreen.Write(console, report);
        return console.Output;
    }
}
