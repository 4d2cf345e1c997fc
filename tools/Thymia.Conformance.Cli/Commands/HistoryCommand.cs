using System.CommandLine;
using Thymia.Conformance.Cli.Documents;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Html;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>Shows how runs went over time.</summary>
internal static class HistoryCommand
{
    private const string Name = $"{ToolName.Name} history";

    public static Command Create(Terminal terminal)
    {
        var runs = new Argument<string[]>("DIR")
        {
            Description = "Folders or results.json of runs, in any order",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new DocumentFormat();
        var command = new CliCommand(
            "history",
            "Shows the course of runs: the share that passed, causes of findings, and times."
        )
        {
            Examples =
            [
                ($"{Name} nightly/2026-01-01 nightly/2026-01-02", "Two nights"),
                ($"{Name} nightly --format html --out history.html", "A page of one run"),
            ],
        };
        command.Add(runs);
        format.AddTo(command);
        command.SetAction(
            async (parsed, _) =>
            {
                var history = new RunHistory(parsed.GetValue(runs)!.Select(SnapshotReader.Read));
                await format.WriteAsync(
                    parsed,
                    terminal,
                    to => HistoryScreen.Write(to.Screen(), history),
                    () => HistoryJson.Of(history),
                    () => HtmlPage.OfAsync(history)
                );
                return 0;
            }
        );
        return command;
    }
}
