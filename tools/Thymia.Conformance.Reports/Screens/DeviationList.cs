using Spectre.Console;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>What became of each known deviation; those that no judged case concerns are left out.</summary>
public static class DeviationList
{
    public static void Write(IAnsiConsole console, RunRecord run)
    {
        var shown = run.Deviations.Where(d => d.State != DeviationState.NotSeen).ToList();
        foreach (var outcome in shown)
        {
            var (state, style) = outcome.State switch
            {
                DeviationState.Known => ("Known deviation", Styles.Doubtful),
                DeviationState.Expired => ("Expired deviation", Styles.Bad),
                _ => ("Fixed deviation", run.ExitCode == 1 && run.Gone.Count > 0 ? Styles.Bad : Styles.Good),
            };
            console.Write(new Paragraph(state, style));
            console.WriteLine($" · {DeviationText.Subject(outcome)}");
            Fields.WriteParagraph(console, 3, DeviationText.Remark(outcome), Styles.Quiet);
        }

        if (shown.Count > 0)
        {
            console.WriteLine();
        }
    }
}
