using Spectre.Console;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Files;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>The command <c>run</c> from its options to its exit code: plan, provider, run, reports, screens.</summary>
internal sealed class RunSession(Terminal terminal, RunRequest request)
{
    private readonly IAnsiConsole _console = terminal.Screen(request.Colour);

    // The journal has every setting but the key, which nothing writes down.
    private string Resume => $"{terminal.Program} run --resume {PosixText.Quote(request.Options.Out)}";

    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var options = request.Options;
        var plan = RunPlan.Read(options, cancellation);
        LeftOutLines.Write(terminal, plan);
        CredentialLines.Write(terminal, plan);
        OutputFile.DemandFolder(options.Out);
        var before = request.CompareWith is { } folder ? SnapshotReader.Read(folder) : null;
        await using var provider = await ProviderUnderTest.StartAsync(options, plan, request.Embedded, cancellation);
        var run = plan.For(provider.BaseUrl, provider.ApiKey);

        // Last, since an earlier journal gives way to it: what cannot begin leaves that alone.
        using var journal = RunBeginning.Open(request, plan.Description, terminal);
        RunHeader.Write(_console, plan, provider.BaseUrl, provider.IsEmbedded, request.Quiet);

        using var reports = new RunReports(options, provider.ApiKey, ToolName.Version) { Before = before };
        var pacts = request.Pacts && !plan.IsPart ? new PactStage(plan, options) : null;
        run = run with { Journal = journal };
        run = request.Begun is { } begun ? ResumedRun.Of(run, plan, begun) : run;
        List<IRunListener> listeners = [reports];
        listeners.AddRange(request.Verbose ? [new CaseScreen(_console)] : []);
        listeners.AddRange(pacts is null ? [] : [pacts]);
        await ProgressDisplay.ShowAsync(
            terminal,
            _console,
            request.Quiet || request.Verbose,
            reports.Record,
            progress =>
                new ConformanceRun(run, terminal.Time).ExecuteAsync(
                    new RunListeners([.. listeners, progress]),
                    cancellation
                )
        );
        var code = await FinishAsync(reports, pacts, provider, cancellation);
        if (!request.Quiet && LeftOutLines.Share(plan) is { } share)
        {
            await terminal.Out.WriteLineAsync(share);
        }

        return code;
    }

    // Reports first: what the run has found stands, whatever becomes of the pacts.
    internal async Task<int> FinishAsync(
        RunReports reports,
        PactStage? pacts,
        ProviderUnderTest provider,
        CancellationToken cancellation
    )
    {
        var record = reports.Record;
        var replay = ReplayCommand.Of(
            request.Options,
            provider.IsEmbedded,
            DefectOptions.WordsOf(request.Embedded)
        ) with
        {
            Program = terminal.Program,
        };
        var files = await reports.WriteAsync(replay);
        reports.AppendStepSummary(terminal.Environment.GetValueOrDefault("GITHUB_STEP_SUMMARY"), replay);
        if (record.Finished?.GivenUp is { } reason)
        {
            var hint = record.Finished.KeyRefused
                ? KeyRefusal.Hint
                : record.Finished.Hint ?? "check --base-url, and that the provider is up";
            await terminal.Error.WriteLineAsync($"error: {provider.BaseUrl}: {reason}; {hint}.");
            if (record.Totals.Judged == 0)
            {
                return record.ExitCode;
            }
        }

        if (!request.Quiet)
        {
            CheckTable.Write(_console, record);
            FindingList.Write(_console, record);
            RemarkList.Write(_console, record);
            DeviationList.Write(_console, record);
            if (reports.Changes is { } changes)
            {
                ComparisonScreen.Write(_console, changes);
                _console.WriteLine();
            }
        }

        // A part of a run would replace the contract that a whole one has recorded.
        var written =
            pacts is null || record.Finished is not { Cancelled: false }
                ? new PactOutcome([], 0)
                : await PactsAsync(pacts, provider, cancellation);
        VerdictLines.Write(
            _console,
            record,
            replay,
            [.. files, .. written.Reports],
            record.Finished is { Cancelled: true } ? Resume : null
        );
        foreach (var problem in written.Problems)
        {
            await terminal.Error.WriteLineAsync($"error: {problem}");
        }

        return record.ExitCode == 0 ? written.ExitCode : record.ExitCode;
    }

    private static async Task<PactOutcome> PactsAsync(
        PactStage pacts,
        ProviderUnderTest provider,
        CancellationToken cancellation
    )
    {
        try
        {
            return await pacts.FinishAsync(provider, cancellation);
        }
        catch (UnusableInputException e)
        {
            return new PactOutcome([], 2) { Problems = [SafeText.Of(e.Message)] };
        }
        catch (OperationCanceledException)
        {
            return new PactOutcome([], 3) { Problems = ["stopped before the pacts were written and verified"] };
        }
    }
}
