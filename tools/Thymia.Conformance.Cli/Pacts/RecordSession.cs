using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// The command <c>record</c>: a run of which only the contract is kept, or the contract of a run long over.
/// </summary>
/// <param name="folder">Where the pacts go.</param>
/// <param name="size">How much becomes a contract.</param>
internal sealed class RecordSession(Terminal terminal, RunRequest request, string folder, ContractSize size)
{
    private readonly ConformanceOptions _options = request.Options;

    /// <param name="results">The results folder of a run, from which its pacts are taken under the names
    /// configured.</param>
    public int From(string results)
    {
        var place = Path.Combine(results, "pacts");
        if (!Directory.Exists(place))
        {
            throw new UnusableInputException(
                "results-without-pacts",
                "there are no pacts of a run here",
                place,
                "name the folder of a run's results with --from, one without --no-pacts"
            );
        }

        var names = PactNames.For(_options, RunPlan.Read(_options).Description);
        Show(RenamedPacts.Write(PactFiles.Find([place]), folder, names));
        return 0;
    }

    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var plan = RunPlan.Read(_options, cancellation);
        OutputFile.DemandFolder(folder);
        await using var provider = await ProviderUnderTest.StartAsync(_options, plan, request.Embedded, cancellation);
        var record = new RunRecord();
        var recorder = new PactRecorder(plan.Library, plan.Example, size: size);
        await new ConformanceRun(plan.For(provider.BaseUrl, provider.ApiKey), terminal.Time).ExecuteAsync(
            new RunListeners(record, recorder),
            cancellation
        );
        return await FinishAsync(record, recorder, plan, provider.BaseUrl, cancellation);
    }

    private async Task<int> FinishAsync(
        RunRecord record,
        PactRecorder recorder,
        RunPlan plan,
        Uri baseUrl,
        CancellationToken cancellation
    )
    {
        // A part of a run would replace the contract that a whole one has recorded.
        if (record.Finished is not { Cancelled: false, GivenUp: null })
        {
            var reason = record.Finished?.GivenUp ?? "stopped before every case was sent";
            await terminal.Error.WriteLineAsync($"error: {baseUrl}: {reason}; nothing was recorded.");
            return 3;
        }

        Show(await recorder.WriteAsync(folder, PactNames.For(_options, plan.Description), cancellation));
        if (record.ExitCode != 0)
        {
            terminal.Note(
                $"{Amounts.Of(record.Totals.Failed + record.Totals.Inconclusive, "case")} did not pass and are not "
                    + "recorded; thymia-conformance run says why."
            );
        }

        return record.ExitCode;
    }

    private void Show(IReadOnlyList<PactFile> files)
    {
        foreach (var file in files)
        {
            terminal.Field(
                "Pact",
                $"{Path.Combine(folder, Path.GetFileName(file.File))} ({Amounts.Of(file.Interactions, "interaction")})"
            );
        }

        if (files.Count == 0)
        {
            terminal.Note("no case passed that a contract could be made of; nothing was recorded.");
        }
    }
}
