using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Sequences.Sending;
using Thymia.Conformance.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Running;

/// <summary>Deletes what a run left at its provider, as its journal says.</summary>
internal sealed class CleanupSession(Terminal terminal, ConfigurationInput now)
{
    /// <exception cref="UnusableInputException">There is no such run, or something says otherwise now.</exception>
    public async Task<int> ExecuteAsync(string folder, CancellationToken cancellation)
    {
        var request = RunBeginning.Resumed(
            new RunRequest(new ConformanceOptions(), null, Pacts: false, Quiet: false, Colour: true),
            folder,
            now,
            embedded: null
        );
        var options = request.Options;
        var created = request.Begun!.Left;
        if (options.BaseUrl is not { } baseUrl || (created.Things.Count == 0 && created.Perhaps.Count == 0))
        {
            await terminal.Out.WriteLineAsync("Nothing is left at the provider.");
            return 0;
        }

        var plan = RunPlan.Read(options, cancellation);
        using var journal = RunBeginning.Open(request, plan.Description, terminal);
        var key = options.ApiKey ?? (options.IsLocal ? ProviderOptions.DemoApiKey : null);
        var run = plan.For(baseUrl, key);
        await using var replayer = new Replayer(run.Replay, terminal.Time);
        var sequences = run.Sequences! with { Before = created, Keeps = false };
        var left = await new SequenceSession(sequences, replayer, journal).CleanUpAsync(cancellation);
        var deleted = created.Things.Count - left.Count(l => l.Path is not null);
        await terminal.Out.WriteLineAsync($"Deleted {Amounts.Of(deleted, "thing")} at {baseUrl}.");
        LeftList.Write(terminal.Screen(), left);
        return left.Any(l => l.Path is not null) ? 1 : 0;
    }
}
