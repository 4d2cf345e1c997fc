using System.CommandLine;
using Thymia.Conformance.Cli.Documents;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Html;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Says what changed between two runs.</summary>
internal static class DiffCommand
{
    private const string Name = $"{ToolName.Name} diff";

    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "Folder or results.json of the earlier run" };
        var @new = new Argument<string>("NEW") { Description = "Folder or results.json of the later run" };
        var format = new DocumentFormat();
        var command = new CliCommand("diff", "Says what changed from one run to another, case by case.")
        {
            Notes =
            [
                "A time counts as changed only beyond noise: twenty answers on both sides, a fifth and a millisecond "
                    + "between the medians, and more than their spread explains.",
                "Exit codes: 0 nothing newly broken, 1 something is, 2 unusable input.",
            ],
            Examples =
            [
                ($"{Name} results-of-yesterday results", "Two runs"),
                ($"{Name} old new --format html --out diff.html", "As a page"),
            ],
        };
        command.Add(old);
        command.Add(@new);
        format.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                var comparison = new RunComparison(
                    SnapshotReader.Read(parsed.GetValue(old)!),
                    SnapshotReader.Read(parsed.GetValue(@new)!)
                );
                await format.WriteAsync(
                    parsed,
                    terminal,
                    to => ComparisonScreen.Write(to.Screen(), comparison),
                    () => ComparisonJson.Of(comparison),
                    () => HtmlPage.OfAsync(comparison)
                );
                return comparison.ExitCode;
            }
        );
        return command;
    }
}
