using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Joins the parts of a divided run.</summary>
internal static class MergeCommand
{
    private const string Name = $"{ToolName.Name} merge";

    public static Command Create(Terminal terminal)
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "Folders of the parts, each with its journal",
            Arity = ArgumentArity.OneOrMore,
        };
        var quiet = new Option<bool>("--quiet") { Description = "Show the verdict alone" };
        var command = new CliCommand(
            "merge",
            "Joins the parts of a divided run into the reports and pacts of the whole."
        )
        {
            Notes =
            [
                "Reads each part's journal.jsonl. Refuses parts of different versions, descriptions, seeds or "
                    + "settings, and parts that are missing or not at their end.",
            ],
            Examples =
            [
                ($"{Name} part-1 part-2 part-3 --out results", "After run --shard 1/3 --out part-1, and so on"),
            ],
        };
        command.Add(folders);
        var settings = new SettingOptions(command, SettingCatalogue.Out, SettingCatalogue.Description);
        command.Add(quiet);
        command.SetAction(
            (parsed, cancellation) =>
                new MergeSession(terminal, settings.Input(parsed, terminal), parsed.GetValue(quiet)).ExecuteAsync(
                    parsed.GetValue(folders)!,
                    cancellation
                )
        );
        return command;
    }
}
