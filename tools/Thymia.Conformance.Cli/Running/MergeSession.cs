using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Running;

/// <summary>The command <c>merge</c>: the parts of a run, told and reported as the one run they are.</summary>
internal sealed class MergeSession(Terminal terminal, ConfigurationInput input, bool quiet)
{
    public async Task<int> ExecuteAsync(IReadOnlyList<string> folders, CancellationToken cancellation)
    {
        var merged = new MergedRun([.. folders.Select(JournalContent.Read)]);
        var request = RequestOf(merged);
        var plan = RunPlan.Read(request.Options, cancellation);
        if (plan.Description.Sha256 != merged.Header.Description)
        {
            throw new UnusableInputException(
                "parts-not-of-one-run",
                "the parts were run with another description",
                plan.Description.Source,
                $"name theirs with {SettingCatalogue.Description.Option}"
            );
        }

        merged.DemandEachCaseOnce(plan);
        OutputFile.DemandFolder(request.Options.Out);
        var provider = ProviderUnderTest.Gone(merged.Header.BaseUrl, merged.Header.Mode is not null);
        await using var _ = provider;
        if (!quiet)
        {
            RunHeader.Write(terminal.Screen(), plan, provider.BaseUrl, provider.IsEmbedded);
        }

        using var reports = new RunReports(request.Options, null, ToolName.Version);
        var pacts = plan.IsPart || !request.Pacts ? null : new PactStage(plan, request.Options);
        var listeners = pacts is null ? new RunListeners(reports) : new RunListeners(reports, pacts);
        foreach (var happened in merged.Retell(plan, plan.For(provider.BaseUrl, null), terminal.Time))
        {
            cancellation.ThrowIfCancellationRequested();
            listeners.OnEvent(happened);
        }

        return await new RunSession(terminal, request).FinishAsync(reports, pacts, provider, cancellation);
    }

    private RunRequest RequestOf(MergedRun merged)
    {
        var line = input.CommandLine.ToDictionary();
        var settings = merged.Settings;
        foreach (var setting in SettingCatalogue.All.Where(s => settings.ContainsKey(s.Key)))
        {
            line.TryAdd(setting, settings[setting.Key]);
        }

        // What the parts have masked is not shown by joining them.
        line[ReportSettings.Mask] = RunSettings.MaskOfAll([
            settings,
            new Dictionary<string, string> { [ReportSettings.Mask.Key] = line[ReportSettings.Mask] },
        ]);

        var embedded = merged.Header.Mode is { } mode
            ? new ProviderOptions { Defects = merged.Header.Defects ?? [], Mode = DefectOptions.Mode(mode) }
            : null;
        var options = OptionsReader.Read(input with { CommandLine = line, Sends = false });
        return new RunRequest(options, embedded, !merged.Header.NoPacts, quiet, Colour: true);
    }
}
