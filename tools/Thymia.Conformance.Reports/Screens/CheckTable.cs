using Spectre.Console;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>A line for each check: its name, what must hold, and how many cases say otherwise.</summary>
public static class CheckTable
{
    public static void Write(IAnsiConsole console, RunRecord run)
    {
        var broken = run
            .Findings.GroupBy(f => f.Finding.Check)
            .ToDictionary(g => g.Key, g => g.Select(f => f.Finding.CaseId).Distinct().Count(), StringComparer.Ordinal);
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(Column("Check"), Column("What must hold"), Column("Result").NoWrap());
        foreach (var check in run.Checks)
        {
            table.AddRow(
                new Paragraph(check.Id),
                new Paragraph(check.Title, Styles.Quiet),
                Result(check, broken.GetValueOrDefault(check.Id), run)
            );
        }

        console.Write(table);
        console.WriteLine();
    }

    // Where no answer was judged, or none that the check applies to, nothing is known to hold.
    private static Paragraph Result(CheckDescription check, int broken, RunRecord run)
    {
        var known = run
            .Deviations.Where(d => d.State == DeviationState.Known && d.Deviation.Check == check.Id)
            .Sum(d => d.Cases);
        var totals = run.Totals;
        return broken > 0 ? new Paragraph($"{Amounts.Whole(broken)} failed", Styles.Bad)
            : known > 0 ? new Paragraph($"{Amounts.Whole(known)} known", Styles.Doubtful)
            : totals.Passed + totals.Failed + totals.Tolerated + totals.Known == 0
                ? new Paragraph("not asked", Styles.Doubtful)
            : run.Finished?.Asked.GetValueOrDefault(check.Id, 1) == 0 ? new Paragraph(check.WhenUnasked, Styles.Quiet)
            : new Paragraph("ok", Styles.Good);
    }

    private static TableColumn Column(string title) =>
        new(new Paragraph(title, Styles.Heading)) { Padding = new Padding(0, 0, 2, 0) };

    private static void AddColumn(this Table table, params TableColumn[] columns) => table.AddColumns(columns);

    private static TableColumn NoWrap(this TableColumn column)
    {
        column.NoWrap = true;
        return column;
    }
}
