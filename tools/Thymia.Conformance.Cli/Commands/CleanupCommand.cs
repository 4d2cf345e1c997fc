using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Deletes what a run that was stopped, or that kept it, left behind.</summary>
internal static class CleanupCommand
{
    private const string Name = $"{ToolName.Name} cleanup";

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of the run, with its journal" };
        var command = new CliCommand("cleanup", "Deletes what a run created at the provider and did not delete.")
        {
            Notes =
            [
                "Reads journal.jsonl and sends the description's own DELETE for each thing, what was created last "
                    + "first, with the settings of the run. What cannot be deleted is listed.",
                "Exit codes: 0 nothing is left, 1 something is, 2 unusable input.",
            ],
            Examples = [($"{Name} results", "After a run that was stopped, or that had --keep")],
        };
        command.Add(folder);
        var settings = new SettingOptions(command, SettingCatalogue.Description);
        command.SetAction(
            (parsed, cancellation) =>
                new CleanupSession(terminal, settings.Input(parsed, terminal)).ExecuteAsync(
                    parsed.GetValue(folder)!,
                    cancellation
                )
        );
        return command;
    }
}
