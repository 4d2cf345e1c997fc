using System.CommandLine;
using System.CommandLine.Invocation;
using Spectre.Console;
using Thymia.Conformance.Cli.Terminals;

namespace Thymia.Conformance.Cli.Parsing;

/// <summary>Help: what a command does, how it is called, its options with their defaults, and lines to copy.</summary>
internal sealed class HelpScreen(Terminal terminal) : SynchronousCommandLineAction
{
    private const int WidestName = 28;
    private const int Widest = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult) => Show(terminal, parseResult.CommandResult.Command);

    /// <summary>Shows it at a width that can be read.</summary>
    /// <returns>The exit code.</returns>
    public static int Show(Terminal terminal, Command command)
    {
        var console = terminal.Screen();
        console.Profile.Width = Math.Min(console.Profile.Width, Widest);
        Write(console, command);
        return 0;
    }

    public static void Write(IAnsiConsole console, Command command)
    {
        var path = PathOf(command);
        console.Write(new Paragraph(command.Description + "\n\n"));
        var arguments = string.Concat(
            command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $" [{a.Name}]" : $" {a.Name}")
        );
        console.Write(new Paragraph("Usage: ", Bold));
        console.Write(new Paragraph($"{path}{(command.Subcommands.Count > 0 ? " COMMAND" : arguments)} [options]\n\n"));
        WriteRows(console, "Commands", command.Subcommands.Select(c => (c.Name, c.Description ?? "")));
        WriteRows(console, "Arguments", command.Arguments.Select(a => (a.Name, a.Description ?? "")));
        WriteRows(console, "Options", command.Options.Select(o => (NameOf(o), o.Description ?? "")));
        if (command is CliCommand { Notes: var notes, Examples: var examples })
        {
            foreach (var note in notes)
            {
                console.Write(new Paragraph(note + "\n\n"));
            }

            WriteExamples(console, examples);
        }
    }

    private static Style Bold { get; } = new(decoration: Decoration.Bold);

    private static void WriteRows(IAnsiConsole console, string title, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        console.Write(new Paragraph(title + "\n", Bold));
        var grid = new Grid();
        grid.AddColumn(
            new GridColumn
            {
                NoWrap = true,
                Padding = new Padding(2, 0, 2, 0),
                Width = NameWidth(all),
            }
        );
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var (name, text) in all)
        {
            grid.AddRow(new Paragraph(name), new Paragraph(text));
        }

        console.Write(grid);
        console.WriteLine();
    }

    private static int NameWidth(List<(string Name, string Text)> rows) =>
        Math.Min(WidestName, rows.Max(r => r.Name.Length));

    private static void WriteExamples(IAnsiConsole console, IReadOnlyList<(string Line, string Meaning)> examples)
    {
        if (examples.Count == 0)
        {
            return;
        }

        console.Write(new Paragraph("Examples\n", Bold));
        foreach (var (line, meaning) in examples)
        {
            console.Profile.Out.Writer.WriteLine("  " + line);
            var text = new Paragraph(meaning, new Style(decoration: Decoration.Dim));
            console.Write(new Padder(text, new Padding(6, 0, 0, 0)));
        }

        console.WriteLine();
    }

    private static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(a => a is "-h").Append(option.Name));
        return option is Option<bool> || option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent
            ? $"{PathOf(parent)} {command.Name}"
            : command.Name;
}
