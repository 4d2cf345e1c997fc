using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>What <c>--help</c> shows, for those who type the word first.</summary>
internal static class HelpCommand
{
    public static Command Create(Terminal terminal, Command root)
    {
        var names = new Argument<string[]>("COMMAND")
        {
            Description = "The command; with it none, all of them",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new CliCommand("help", "Shows how a command is used, as its --help does.")
        {
            Examples = [($"{ToolName.Name} help run", "What run takes, with defaults and examples")],
        };
        command.Add(names);
        command.SetAction(parsed => HelpScreen.Show(terminal, parsed.GetValue(names)!.Aggregate(root, Below)));
        return command;
    }

    private static Command Below(Command command, string name) =>
        command.Subcommands.FirstOrDefault(c => c.Name == name)
        ?? throw new UnusableInputException(
            "command-unknown",
            $"there is no command '{SafeText.Of(name)}'",
            "help",
            Spelling.Nearest(name, command.Subcommands.Select(c => c.Name)) is { } near
                ? $"perhaps '{near}' is meant"
                : $"see {ToolName.Name} --help for all of them"
        );
}
