using System.CommandLine;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>A script that has a shell complete commands and options, and what that script calls.</summary>
internal static class CompletionCommand
{
    private const string Name = $"{ToolName.Name} completion";

    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(Terminal terminal, Command root)
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Shells) };
        var line = new Option<string>("--line")
        {
            HelpName = "TEXT",
            Description = "Print what may follow this line instead, one word each",
        };
        shell.Arity = ArgumentArity.ZeroOrOne;
        var command = new CliCommand("completion", "Prints a script that has your shell complete this command.")
        {
            Notes = ["The script calls this command again with the line as typed so far. Nothing is installed."],
            Examples =
            [
                ($"source <({Name} bash)", "For this bash; in ~/.bashrc for all"),
                ($"source <({Name} zsh)", "For zsh, after compinit"),
                ($"{Name} fish | source", "For fish"),
                ($"{Name} pwsh | Out-String | Invoke-Expression", "For PowerShell"),
            ],
        };
        command.Add(shell);
        command.Add(line);
        command.SetAction(parsed =>
            parsed.GetValue(line) is { } typed
                ? Complete(terminal, root, typed)
                : Print(terminal, parsed.GetValue(shell) ?? "")
        );
        return command;
    }

    // Nothing goes wrong here for a line that makes no sense: it has no completions.
    private static int Complete(Terminal terminal, Command root, string typed)
    {
        var words = typed.TrimStart().Split(' ', 2);
        var rest = words.Length == 2 ? words[1] : "";
        var begun = rest[(rest.LastIndexOf(' ') + 1)..];
        foreach (var item in root.Parse(rest).GetCompletions(rest.Length).Select(i => i.Label).Distinct())
        {
            if (IsWanted(item) && item.StartsWith(begun, StringComparison.Ordinal))
            {
                terminal.Out.WriteLine(item);
            }
        }

        return 0;
    }

    // Other spellings of --help.
    private static bool IsWanted(string item) => item.Length > 1 && item is not ("-h" or "/h" or "-?" or "/?");

    private static int Print(Terminal terminal, string shell)
    {
        if (!Shells.Contains(shell))
        {
            throw new UnusableInputException(
                "shell-unknown",
                shell.Length == 0 ? "no shell is named" : $"there is no script for '{SafeText.Of(shell)}'",
                "completion",
                "give bash, zsh, fish or pwsh"
            );
        }

        terminal.Out.Write(CompletionScripts.Of(shell).Replace("{tool}", ToolName.Name, StringComparison.Ordinal));
        return 0;
    }
}
