using System.Globalization;
using Spectre.Console;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>Runs over time for the terminal: a line each, and the course of what matters.</summary>
public static class HistoryScreen
{
    public static void Write(IAnsiConsole console, RunHistory history)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var title in new[] { "Started (UTC)", "Contract", "Cases", "Passed", "Failed", "Causes", "p90" })
        {
            table.AddColumn(
                new TableColumn(new Paragraph(title, Styles.Heading))
                {
                    Padding = new Padding(0, 0, 2, 0),
                    Alignment = title[0] is 'S' || title == "Contract" ? Justify.Left : Justify.Right,
                }
            );
        }

        foreach (var run in history.Runs)
        {
            table.AddRow(
                new Paragraph(run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Paragraph(
                    SafeText.Of(
                        $"{run.Description.Version} "
                            + $"{run.Description.Sha256[..Math.Min(8, run.Description.Sha256.Length)]}"
                    )
                ),
                new Paragraph(Amounts.Whole(run.Cases)),
                new Paragraph(Share(run.PassShare)),
                new Paragraph(Amounts.Whole(run.Failed), run.Failed > 0 ? Styles.Bad : Styles.Good),
                new Paragraph(Amounts.Whole(run.Causes.Count)),
                new Paragraph(Amounts.Time(TimeSpan.FromMilliseconds(RunHistory.P90Of(run))))
            );
        }

        console.Write(table);
        console.WriteLine();
        Fields.Write(
            console,
            "",
            ("Passed", Course(history.PassShares, v => Share(v / 100))),
            ("Causes", Course(history.Causes, v => Amounts.Whole((long)v))),
            ("p90", Course(history.P90, v => Amounts.Time(TimeSpan.FromMilliseconds(v))))
        );
    }

    private static string Course(IReadOnlyList<double> values, Func<double, string> text) =>
        values.Count == 0 ? "" : $"{RunHistory.Sparkline(values)} {text(values[0])} → {text(values[^1])}";

    // Rounded down: all but one of ten thousand is not all.
    private static string Share(double share) =>
        (Math.Floor(share * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
