using System.CommandLine;
using Thymia.Conformance.Cli.Pacts;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Records contracts without reports.</summary>
internal static class RecordCommand
{
    private const string Name = $"{ToolName.Name} record";

    public static Command Create(Terminal terminal)
    {
        var folder = new Option<string>("--dir")
        {
            HelpName = "DIR",
            Description = "Folder for the pacts [default: pacts]",
            DefaultValueFactory = _ => "pacts",
        };
        var from = new Option<string?>("--from")
        {
            HelpName = "DIR",
            Description = "Results folder of a run to take the pacts from [default: run anew]",
        };
        var allShapes = new Option<bool>("--all-shapes")
        {
            Description = "One interaction for each shape of a request, not those of a consumer alone",
        };
        var defects = new DefectOptions();
        var command = new CliCommand("record", "Records what a provider honours as Pact V4 files.")
        {
            Notes =
            [
                "Recorded is what a consumer would sign: the documented call, optional properties in any mix, one "
                    + "invalid value, "
                    + "one missing property, no key, and a wrong key where that is documented. The results of a run "
                    + "hold all shapes.",
                "Such a pact comes from the provider and not from a consumer's tests: can-i-deploy then says that "
                    + "the provider still does what it did, not that it does what the consumer needs.",
                "The same description gives the same bytes, whatever the seed, the order and the machine. What did not "
                    + "pass is not recorded. Keys, dates, ids and labels in the files are placeholders.",
            ],
            Examples =
            [
                (Name, "Of the reference provider, into pacts/"),
                ($"{Name} --all-shapes", "With every way of breaking a request"),
                ($"{Name} --from results --consumer web-shop --dir pacts", "Of the last run, under another name"),
            ],
        };
        command.Add(folder);
        command.Add(from);
        command.Add(allShapes);
        var settings = new SettingOptions(
            command,
            SettingCatalogue.BaseUrl,
            SettingCatalogue.Description,
            SettingCatalogue.Overlay,
            SettingCatalogue.Operation,
            SettingCatalogue.Tag,
            SettingCatalogue.Exclude,
            SettingCatalogue.Seed,
            SettingCatalogue.Policy,
            SettingCatalogue.Concurrency,
            SettingCatalogue.Timeout,
            SettingCatalogue.AllowHttp,
            SettingCatalogue.AllowPhoneNumbers,
            SettingCatalogue.AllowChanges,
            SettingCatalogue.MaxAcceptedCalls,
            SequenceSettings.Values,
            JudgingSettings.Rules,
            SettingCatalogue.IgnoreKeyword,
            SettingCatalogue.Consumer,
            SettingCatalogue.Provider
        );
        defects.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var embedded = defects.IsGiven(parsed) ? defects.Read(parsed) : null;
                // Fewer cases would leave gaps in the contract, more of them add nothing to it.
                var options = settings.Read(parsed, terminal) with
                {
                    Random = 0,
                    Only = ChosenCases.All,
                    Filter = null,
                };
                var session = new RecordSession(
                    terminal,
                    new RunRequest(options, embedded, Pacts: true, Quiet: true, Colour: false),
                    parsed.GetValue(folder)!,
                    parsed.GetValue(allShapes) ? ContractSize.AllShapes : ContractSize.Consumer
                );
                return parsed.GetValue(from) is { } results
                    ? session.From(results)
                    : await session.ExecuteAsync(cancellation);
            }
        );
        return command;
    }
}
