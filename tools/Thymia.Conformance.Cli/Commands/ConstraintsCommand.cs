using System.CommandLine;
using Spectre.Console;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Shows what a description demands of requests, and in how many ways each demand gets broken.</summary>
internal static class ConstraintsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new CliCommand(
            "constraints",
            "Shows every constraint of the description, and how many kinds of break test it."
        )
        {
            Examples = [($"{ToolName.Name} constraints --description api.yaml", "Of a description of your own")],
        };
        var settings = new SettingOptions(
            command,
            SettingCatalogue.Description,
            SettingCatalogue.Overlay,
            SettingCatalogue.StrictDescription,
            SettingCatalogue.Operation,
            SettingCatalogue.Tag,
            SettingCatalogue.Exclude,
            SequenceSettings.Values,
            JudgingSettings.Rules,
            SettingCatalogue.IgnoreKeyword
        )
        {
            Sends = false,
        };
        command.SetAction(parsed =>
            Show(terminal.Screen(), RunPlan.Read(settings.Read(parsed, terminal) with { Random = 0 }))
        );
        return command;
    }

    private static int Show(IAnsiConsole console, RunPlan plan)
    {
        foreach (var ofOperation in plan.Constraints.GroupBy(c => c.Operation))
        {
            Write(console, ofOperation.Key, [.. ofOperation]);
        }

        return 0;
    }

    private static void Write(IAnsiConsole console, Operation operation, IReadOnlyList<ConstraintPlan> constraints)
    {
        console.Write(
            new Paragraph(
                SafeText.Of($"{operation.Name} · {constraints.Count} constraints") + "\n\n",
                new Style(decoration: Decoration.Bold)
            )
        );
        var table = new Table { Border = TableBorder.None };
        foreach (var title in new[] { "Place", "Keyword", "Value", "Breaks" })
        {
            table.AddColumn(
                new TableColumn(new Paragraph(title, new Style(decoration: Decoration.Bold)))
                {
                    Padding = new Padding(0, 0, 2, 0),
                    Alignment = title == "Breaks" ? Justify.Right : Justify.Left,
                }
            );
        }

        foreach (var (_, constraint, kinds) in constraints)
        {
            table.AddRow(
                new Paragraph(SafeText.Of(constraint.Location.Display)),
                new Paragraph(constraint.Keyword),
                new Paragraph(Shortened(constraint.Value)),
                new Paragraph($"{kinds.Count}")
            );
        }

        console.Write(table);
        console.WriteLine();
    }

    private static string Shortened(string value)
    {
        var line = SafeText.Of(string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return Text.Shortened.To(line);
    }
}
