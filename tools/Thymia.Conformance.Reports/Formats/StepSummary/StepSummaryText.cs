using System.Text;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.StepSummary;

/// <summary>The run as Markdown, for the page that a CI service shows for a job.</summary>
public static class StepSummaryText
{
    private const int MostGroups = 20;

    public static string Of(RunRecord run, ReplayCommand replay)
    {
        var text = new StringBuilder();
        var sign = run.ExitCode switch
        {
            0 => "✅",
            1 => "❌",
            _ => "⚠️",
        };
        text.Append("### ").Append(sign).Append(' ').Append(VerdictLines.Sentence(run)).Append("\n\n");
        text.Append(Code(run.Started!.BaseUrl.ToString()))
            .Append(" · ")
            .Append(VerdictLines.Counts(run))
            .Append(" · seed ")
            .Append(run.Started.Seed)
            .Append("\n\n");
        foreach (var unaccepted in run.Unaccepted)
        {
            text.Append(Code(unaccepted)).Append("\n\n");
        }

        if (VerdictLines.Policy(run) is { } policy)
        {
            text.Append("Policy: ").Append(Code(policy)).Append("\n\n");
        }

        if (run.Started.Description is { IgnoredKeywords.Count: > 0 } contract)
        {
            text.Append("Ignored: ").Append(Code(RunHeader.PassedOver(contract))).Append("\n\n");
        }

        AppendDeviations(text, run);
        var groups = run.Groups;
        if (groups.Count == 0)
        {
            return text.ToString();
        }

        text.Append("| Check | Cases | Finding |\n| --- | ---: | --- |\n");
        foreach (var group in groups.Take(MostGroups))
        {
            text.Append("| ")
                .Append(group.Check)
                .Append(" | ")
                .Append(Amounts.Whole(group.Cases))
                .Append(" | ")
                .Append(Code(group.Sentence))
                .Append(" |\n");
        }

        var example = groups[0].Example.Case;
        if (groups.Count > MostGroups)
        {
            text.Append("\nand ").Append(groups.Count - MostGroups).Append(" more causes: see results.json\n");
        }

        text.Append("\nTo see the first again:\n\n").Append(Fenced(replay.For(example.Id)));
        return text.Append(Fenced(replay.Curl(example, run.Started.BaseUrl))).ToString();
    }

    private static void AppendDeviations(StringBuilder text, RunRecord run)
    {
        foreach (var outcome in run.Deviations.Where(d => d.State != DeviationState.NotSeen))
        {
            text.Append("- ")
                .Append(outcome.State.ToString().ToLowerInvariant())
                .Append(" deviation ")
                .Append(Code(DeviationText.Subject(outcome)))
                .Append(' ')
                .Append(Code(DeviationText.Remark(outcome)))
                .Append('\n');
        }

        _ = run.Deviations.Any(d => d.State != DeviationState.NotSeen) ? text.Append('\n') : text;
    }

    // Nothing in a code span is markup; a fence longer than any run of backticks inside cannot be closed from within.
    private static string Code(string text)
    {
        var fence = new string('`', LongestRun(text) + 1);
        return $"{fence} {text.Replace("|", "\\|", StringComparison.Ordinal)} {fence}";
    }

    private static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}sh\n{text}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
