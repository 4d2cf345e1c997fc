using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Journals;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Running;

/// <summary>A run's journal: begun, or taken up where an earlier process left it.</summary>
internal static class RunBeginning
{
    /// <summary>The request for the rest of a run.</summary>
    /// <param name="now">What is configured now.</param>
    /// <param name="embedded">The Defects and mode asked for now; null where none are.</param>
    /// <exception cref="UnusableInputException">There is no such run, or something says otherwise now.</exception>
    public static RunRequest Resumed(
        RunRequest request,
        string folder,
        ConfigurationInput now,
        ProviderOptions? embedded
    )
    {
        var begun = JournalContent.Read(folder);
        if (embedded is not null)
        {
            throw new UnusableInputException(
                "resume-changed",
                "the Defects and the mode of a run stay as they were",
                folder,
                "leave --defect and --mode out"
            );
        }

        var input = RunSettings.Resumed(now, begun.Header.Settings, folder);
        return request with
        {
            Options = OptionsReader.Read(input) with { PackedFor = PackedFor(now, begun.Header.Settings) },
            Settings = begun.Header.Settings,
            Pacts = request.Pacts && !begun.Header.NoPacts,
            CompareWith = request.CompareWith ?? begun.Header.CompareWith,
            Begun = begun,
            Embedded = begun.Header.Mode is { } mode
                ? new ProviderOptions { Defects = begun.Header.Defects ?? [], Mode = DefectOptions.Mode(mode) }
                : null,
        };
    }

    /// <exception cref="UnusableInputException">Another run writes there, or the journal cannot be written.</exception>
    public static RunJournal Open(RunRequest request, ApiDescription description, Terminal terminal)
    {
        var key = request.Options.ApiKey;
        if (request.Begun is { } begun)
        {
            Demand(begun, begun.Header.Tool == ToolName.Version, "was begun by another version of this tool");
            Demand(begun, begun.Header.Description == description.Sha256, "was begun with another description");
            return RunJournal.Continue(begun, key, request.Options.FurtherSecrets);
        }

        return RunJournal.Start(
            request.Options.Out,
            HeaderOf(request, description, terminal),
            key,
            request.Options.FurtherSecrets
        );
    }

    // What was packed once stays packed that way, however the limit is tightened since.
    private static int PackedFor(ConfigurationInput now, IReadOnlyDictionary<string, string> settings)
    {
        var line = SettingCatalogue
            .All.Where(s => settings.ContainsKey(s.Key))
            .ToDictionary(s => s, s => settings[s.Key]);
        return Politeness.CallsOf(OptionsReader.Read(now with { CommandLine = line }));
    }

    private static JournalHeader HeaderOf(RunRequest request, ApiDescription description, Terminal terminal) =>
        new()
        {
            Tool = ToolName.Version,
            Description = description.Sha256,
            BaseUrl = request.Options.BaseUrl ?? new Uri("http://127.0.0.1"),
            StartedAt = terminal.Time.GetUtcNow(),
            Settings = request.Settings,
            NoPacts = !request.Pacts,
            CompareWith = request.CompareWith is { } folder ? Path.GetFullPath(folder) : null,
            Mode = request.Options.BaseUrl is null
                ? DefectOptions.NameOf(request.Embedded?.Mode ?? ProviderMode.Strict)
                : null,
            Defects = request.Options.BaseUrl is null ? [.. request.Embedded?.Defects ?? []] : null,
        };

    private static void Demand(JournalContent begun, bool holds, string problem)
    {
        if (!holds)
        {
            throw new UnusableInputException(
                "resume-changed",
                $"the run there {problem}",
                begun.Folder,
                "begin a run of its own"
            );
        }
    }
}
