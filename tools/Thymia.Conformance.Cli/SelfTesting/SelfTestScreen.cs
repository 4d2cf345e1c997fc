using Spectre.Console;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>A self-test for people at a terminal.</summary>
internal static class SelfTestScreen
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, SelfTestReport report)
    {
        if (report.Defects.Count > 0)
        {
            WriteDefects(console, report.Defects);
        }

        if (report.Healthy.Count > 0)
        {
            WriteTable(
                console,
                SelfTestRows.HealthyTitles,
                report.Healthy.Select(h => (SelfTestRows.Of(h), h.IsClean))
            );
        }

        foreach (var first in report.Healthy.Where(h => h.First is not null))
        {
            console.Write(new Paragraph($"False alarm in {first.Mode} by {first.Policy}: {first.First}\n", Bad));
        }

        foreach (var (settings, defects) in report.Settings)
        {
            console.Write(
                new Paragraph(
                    $"Set on purpose for {defects.Count} of them, which no usual run sees: {settings}\n",
                    Quiet
                )
            );
        }

        console.Write(new Paragraph(report.Sentence + "\n", report.ExitCode == 0 ? new Style(Color.Green) : Bad));
    }

    private static void WriteDefects(IAnsiConsole console, IReadOnlyList<DefectOutcome> defects)
    {
        var titles = SelfTestRows.DefectTitles;
        foreach (var group in defects.GroupBy(d => d.Defect.Group))
        {
            console.Write(new Paragraph($"{group.Key}\n", Bold));
            WriteTable(console, titles, group.Select(d => (SelfTestRows.Of(d), d.IsFound)));
        }
    }

    private static void WriteTable(
        IAnsiConsole console,
        IReadOnlyList<string> titles,
        IEnumerable<(IReadOnlyList<string> Cells, bool Good)> rows
    )
    {
        var all = rows.ToList();
        var used = Enumerable.Range(0, titles.Count).Where(i => all.Any(r => r.Cells[i].Length > 0)).ToList();
        var table = new Table { Border = TableBorder.None };
        foreach (var i in used)
        {
            table.AddColumn(new TableColumn(new Paragraph(titles[i], Quiet)) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var (cells, good) in all)
        {
            table.AddRow(used.Select(i => new Paragraph(cells[i], good ? Style.Plain : Bad)));
        }

        console.Write(table);
        console.WriteLine();
    }
}
