using Spectre.Console;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>A line for each check: its name, what must hold, and how many cases say otherwise.</summary>
public static class CheckTable
{
    public static void Write(IAnsiConsole console, RunRecord run)
    {
        var broken = run.Findings.GroupBy(f => f.Finding.Check)
            .ToDictionary(g => g.Key, g => g.Select(f => f.Finding.CaseId).Distinct().Count(), StringComparer.Ordinal);
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(Column("Check"), Column("What must hold"), Column("Result").NoWrap());
        foreach (var check in CheckCatalogue.All)
        {
            var cases = broken.GetValueOrDefault(check.Id);
            table.AddRow(
                new Text(check.Id),
                new Text(check.Title, Styles.Quiet),
                Result(cases, run));
        }

        console.Write(table);
        console.WriteLine();
    }

    // Where no answer was judged, nothing is known to hold.
    private static Text Result(int broken, RunRecord run) => broken > 0
        ? new Text($"{Amounts.Whole(broken)} failed", Styles.Bad)
        : run.Totals.Passed + run.Totals.Failed + run.Totals.Tolerated > 0
            ? new Text("ok", Styles.Good)
            : new Text("not asked", Styles.Doubtful);

    private static TableColumn Column(string title) =>
        new(new Text(title, Styles.Heading)) { Padding = new Padding(0, 0, 2, 0) };

    private static void AddColumn(this Table table, params TableColumn[] columns) => table.AddColumns(columns);

    private static TableColumn NoWrap(this TableColumn column)
    {
        column.NoWrap = true;
        return column;
    }
}
