using System.CommandLine;
using System.CommandLine.Parsing;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Parsing;

/// <summary>Says what is wrong with a command line, in one sentence with a hint.</summary>
internal static class ParseProblem
{
    public static UnusableInputException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens is [var token, ..]
            ? Unknown(token, command, PathOf(parsed))
            : Wrong(parsed.Errors[0], PathOf(parsed));
    }

    private static UnusableInputException Unknown(string token, Command command, string path)
    {
        var isOption = token.StartsWith('-');
        var isCommand = !isOption && command.Subcommands.Count > 0;
        var known = isOption ? command.Options.Select(o => o.Name) : command.Subcommands.Select(c => c.Name);
        var kind =
            isOption ? "option"
            : isCommand ? "command"
            : "argument";
        return new UnusableInputException(
            $"{kind}-unknown",
            kind == "argument" ? $"'{token}' is one argument too many" : $"there is no {kind} '{token}'",
            path,
            Spelling.Nearest(token, known) is { } nearest ? $"perhaps {nearest} is meant" : SeeHelp(path)
        );
    }

    private static UnusableInputException Wrong(ParseError error, string path) =>
        error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => Problem($"the option {option.Option.Name} needs a value", path),
            OptionResult { Tokens: [var only] } option => Problem(
                $"'{only.Value}' is not allowed for {option.Option.Name}",
                path
            ),
            OptionResult option => Problem($"the option {option.Option.Name} is given more than once", path),
            ArgumentResult argument => Problem($"the argument {argument.Argument.Name} is missing", path),
            _ => Problem("a command is missing", path),
        };

    private static UnusableInputException Problem(string problem, string path) =>
        new("command-line-not-understood", problem, path, SeeHelp(path));

    private static string SeeHelp(string path) => $"see {path} --help";

    private static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = at.Parent)
        {
            names.Push(command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
