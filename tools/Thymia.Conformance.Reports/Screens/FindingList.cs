using Spectre.Console;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>The findings, one entry for each cause, each with the case that shows it best.</summary>
public static class FindingList
{
    private const int MostGroups = 20;
    private const int LongestLine = 2_000;

    public static void Write(IAnsiConsole console, RunRecord run)
    {
        var groups = run.Groups;
        if (groups.Count == 0)
        {
            return;
        }

        console.Write(new Paragraph(Title(groups, run.Findings.Count), Styles.Heading));
        console.WriteLine();
        console.WriteLine();
        for (var i = 0; i < Math.Min(groups.Count, MostGroups); i++)
        {
            Write(console, i + 1, groups[i], run);
        }

        if (groups.Count > MostGroups)
        {
            console.WriteLine($"and {groups.Count - MostGroups} more: see results.json");
            console.WriteLine();
        }
    }

    private static void Write(IAnsiConsole console, int number, FindingGroup group, RunRecord run)
    {
        var (finding, testCase) = group.Example;
        var reduced = group.Example.Reduced;
        console.Write(new Paragraph($"{number}. {group.Check}", Styles.Bad));
        console.Write(
            new Paragraph(group.Cases == 1 ? "" : $" · {Amounts.Of(group.Cases, "case")}, such as", Styles.Quiet)
        );
        console.WriteLine();
        Fields.WriteParagraph(console, 3, group.Sentence);
        Fields.Write(console, "   ", ("case", $"{finding.CaseId} (seed {run.Started!.Seed})"));
        if (reduced is not null)
        {
            var (from, to) = (testCase.Request.Body?.Length ?? 0, reduced.Request.Body?.Length ?? 0);
            Fields.Write(
                console,
                "   ",
                ("reduced", $"from {Amounts.Whole(from)} to {Amounts.Of(to, "byte")}, still failing:")
            );
            Fields.Write(console, "   ", ("", Line(reduced, run)));
        }

        Fields.Write(console, "   ", ("curl", Line(testCase, run)));
        console.WriteLine();
    }

    private static string Line(TestCase testCase, RunRecord run)
    {
        var curl = CurlLine.Of(testCase.Request, run.Started!.BaseUrl);
        return curl.Length <= LongestLine ? curl : $"{Amounts.Whole(curl.Length)} characters long: explain prints it";
    }

    private static string Title(IReadOnlyList<FindingGroup> groups, int findings) =>
        groups.Count == findings
            ? Amounts.Of(findings, "finding")
            : $"{Amounts.Of(findings, "finding")}, {Amounts.Of(groups.Count, "cause")}";
}
