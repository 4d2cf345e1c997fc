using Spectre.Console;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>A line for each case as it ends: verdict, status, time, id.</summary>
public sealed class CaseScreen(IAnsiConsole console) : IRunListener
{
    private const int VerdictWidth = 13;
    private const int TimeWidth = 8;

    public void OnEvent(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.CaseDiscarded discarded:
                Write("discarded", Styles.Bad, null, null, discarded.Case.Id);
                break;
            case RunEvent.CaseJudged judged:
                var (word, style) = Of(judged.Verdict);
                Write(word, style, judged.Exchange?.Answer?.Status, judged.Exchange?.Duration, judged.Case.Id);
                break;
            default:
                break;
        }
    }

    private void Write(string word, Style style, int? status, TimeSpan? time, string id)
    {
        console.Write(new Paragraph(word.PadRight(VerdictWidth), style));
        var took = time is { } duration ? Amounts.Time(duration) : "";
        console.Profile.Out.Writer.WriteLine(
            $"{status?.ToString(null, null) ?? "---"} {took.PadLeft(TimeWidth)}  {SafeText.Of(id)}"
        );
    }

    private static (string Word, Style Style) Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => ("passed", Styles.Good),
            Verdict.Failed => ("failed", Styles.Bad),
            Verdict.Known => ("known", Styles.Doubtful),
            Verdict.Tolerated => ("tolerated", Styles.Doubtful),
            Verdict.Inconclusive => ("inconclusive", Styles.Doubtful),
            Verdict.Erred => ("erred", Styles.Bad),
            _ => ("skipped", Styles.Quiet),
        };
}
