using Spectre.Console;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>Cases that neither passed nor failed, and remarks: a line for each reason.</summary>
public static class RemarkList
{
    private const int MostReasons = 5;
    private static readonly string[] Order = ["discarded", "erred", "inconclusive", "tolerated", "skipped", "remark"];

    public static void Write(IAnsiConsole console, RunRecord run)
    {
        foreach (var verdict in Order)
        {
            var reasons = run
                .Remarks.Where(r => r.Verdict == verdict)
                .GroupBy(r => r.Rule is null ? r.Reason : $"{r.Rule}: {r.Reason}")
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .ToList();
            foreach (var reason in reasons.Take(MostReasons))
            {
                Write(console, verdict, reason.Key, [.. reason.Select(r => r.CaseId)]);
            }

            if (reasons.Count > MostReasons)
            {
                console.WriteLine($"and {reasons.Count - MostReasons} more reasons: see results.json");
            }
        }

        if (run.Remarks.Count > 0)
        {
            console.WriteLine();
        }
    }

    private static void Write(IAnsiConsole console, string verdict, string reason, IReadOnlyList<string> cases)
    {
        console.Write(
            new Paragraph(
                $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]}",
                verdict is "discarded" or "erred" ? Styles.Bad : Styles.Doubtful
            )
        );
        var which = cases.Count == 1 ? cases[0] : $"{Amounts.Of(cases.Count, "case")}, such as {cases[0]}";
        console.WriteLine($" · {which}");
        Fields.WriteParagraph(console, 3, reason, Styles.Quiet);
    }
}
