using Spectre.Console;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.JUnit;
using Thymia.Conformance.Reports.Results;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Reports.StepSummary;

namespace Thymia.Conformance.Cli.Running;

/// <summary>The command <c>run</c> from its options to its exit code: plan, provider, run, reports, screens.</summary>
internal sealed class RunSession(Terminal terminal, RunRequest request)
{
    private readonly IAnsiConsole _console = terminal.Screen(request.Colour);

    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var options = request.Options;
        var plan = RunPlan.Read(options);
        ReportFile.DemandFolder(options.Out);
        await using var provider = await ProviderUnderTest.StartAsync(options, plan, request.Embedded, cancellation);
        if (!request.Quiet)
        {
            RunHeader.Write(_console, plan, provider.BaseUrl, provider.IsEmbedded);
        }

        var record = new RunRecord();
        await ProgressDisplay.ShowAsync(
            terminal, _console, request.Quiet, told => RunAsync(plan, provider, record, told, cancellation));
        var replay = new ReplayCommand(provider.IsEmbedded, ReplayArguments.Of(request));
        var reports = Write(record, replay);
        Show(record, replay, reports);
        return record.ExitCode;
    }

    private async Task RunAsync(
        RunPlan plan,
        ProviderUnderTest provider,
        RunRecord record,
        Action<RunRecord> tell,
        CancellationToken cancellation)
    {
        var run = new ConformanceRun(plan.For(provider.BaseUrl, provider.ApiKey), terminal.Time);
        await foreach (var happened in run.ExecuteAsync(cancellation))
        {
            record.Hear(happened);
            tell(record);
        }
    }

    private List<(string Label, string Value)> Write(RunRecord record, ReplayCommand replay)
    {
        var results = Path.Combine(request.Options.Out, "results.json");
        ReportFile.Write(results, new ResultsFile(record, replay, CommandTree.Version).Write);
        var junit = Path.Combine(request.Options.Out, "junit.xml");
        ReportFile.Write(junit, new JUnitFile(record).Write);
        if (terminal.Environment.GetValueOrDefault("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            ReportFile.Append(summary, StepSummaryText.Of(record, replay));
        }

        return [("Results", results), ("JUnit", junit)];
    }

    private void Show(RunRecord record, ReplayCommand replay, List<(string Label, string Value)> reports)
    {
        if (record.Finished?.GivenUp is { } reason)
        {
            terminal.Error.WriteLine(
                $"error: {record.Started!.BaseUrl}: {reason}; check --base-url, and that the provider is up.");
            return;
        }

        if (!request.Quiet)
        {
            CheckTable.Write(_console, record);
            FindingList.Write(_console, record);
            RemarkList.Write(_console, record);
        }

        VerdictLines.Write(_console, record, replay, reports);
    }
}
