using Spectre.Console;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>The end of the screen: the verdict, the counts, where the reports are, and what to type next.</summary>
public static class VerdictLines
{
    private const int MaxUnseen = 3;

    /// <param name="reports">Label and place of each report that was written.</param>
    /// <param name="resume">What goes on with the run; null where it came to its end.</param>
    public static void Write(
        IAnsiConsole console,
        RunRecord run,
        ReplayCommand replay,
        IReadOnlyList<(string Label, string Value)> reports,
        string? resume = null
    )
    {
        foreach (var unaccepted in run.Unaccepted)
        {
            console.Write(new Paragraph(SafeText.Of(unaccepted) + ".", Styles.Bad.Combine(Styles.Heading)));
            console.WriteLine();
        }

        var (sentence, style) = Verdict(run);
        console.Write(new Paragraph(sentence, style.Combine(Styles.Heading)));
        console.WriteLine();
        console.Write(new Paragraph(Counts(run), Styles.Quiet));
        console.WriteLine();
        if (run.Coverage.Constraints.Count > 0)
        {
            console.Write(new Paragraph(Coverage(run), Styles.Quiet));
            console.WriteLine();
        }

        if (Responses(run) is { } responses)
        {
            console.Write(new Paragraph(SafeText.Of(responses), Styles.Quiet));
            console.WriteLine();
        }

        if (run.NotReached > 0)
        {
            console.Write(
                new Paragraph(
                    $"{Amounts.Whole(run.NotReached)} of {Amounts.Of(run.Totals.Cases, "case")} not reached in "
                        + $"the time "
                        + $"that the run may take ({SettingCatalogue.MaxDuration.Option})",
                    Styles.Doubtful
                )
            );
            console.WriteLine();
        }

        if (Edges(run) is { } edges)
        {
            console.Write(new Paragraph(edges, Styles.Quiet));
            console.WriteLine();
        }

        if (Policy(run) is { } policy)
        {
            Fields.Write(console, "", ("Policy", policy));
        }

        Fields.Write(console, "", [.. reports]);
        if (run.Groups is [var first, ..])
        {
            Fields.Write(console, "", ("Reproduce", replay.For(first.Example.Case.Id)));
        }

        LeftList.Write(console, run.Finished?.Left ?? []);
        if (resume is not null)
        {
            Fields.Write(console, "", ("Resume", resume));
        }
    }

    /// <summary>The verdict in one sentence.</summary>
    public static string Sentence(RunRecord run) => Verdict(run).Sentence;

    private static (string Sentence, Style Style) Verdict(RunRecord run)
    {
        var totals = run.Totals;
        var cases = Amounts.Whole(totals.Cases);
        var stopped = run.Finished is { Cancelled: true }
            ? $"Stopped after {cases} of {Amounts.Of(run.Started!.Total, "case")}. "
            : "";
        var tolerated = totals.Tolerated > 0 ? $", {Amounts.Whole(totals.Tolerated)} of them by tolerance" : "";
        var unanswered =
            totals.Inconclusive > 0 ? $"; {Amounts.Of(totals.Inconclusive, "case")} got no answer to judge" : "";
        return run switch
        {
            { Totals.Failed: > 0 } => (
                $"{stopped}The contract is broken: {Amounts.Of(totals.Failed, "case")} of {cases} failed.",
                Styles.Bad
            ),
            { Totals.Discarded: > 0 } => (
                $"{stopped}The suite erred: {Amounts.Of(totals.Discarded, "case")} contradicted themselves.",
                Styles.Bad
            ),
            { Totals.Erred: > 0 } => (
                $"{stopped}The suite erred at {Amounts.Of(totals.Erred, "case")} of {cases}.",
                Styles.Bad
            ),
            { Finished.GivenUp: { } reason } => ($"No verdict: {reason}.", Styles.Doubtful),
            { Totals: { Inconclusive: > 0, Judged: 0 } } => (
                $"{stopped}No verdict: {Amounts.Of(totals.Inconclusive, "case")} of {cases} got no answer to judge.",
                Styles.Doubtful
            ),
            { ExitCode: 1 } => (
                $"The contract is honoured, and {Amounts.Of(run.Gone.Count, "known deviation")} no longer "
                    + $"{(run.Gone.Count == 1 ? "occurs" : "occur")}: the list is out of date.",
                Styles.Bad
            ),
            { ExitCode: 0, Totals.Known: > 0 } => (
                $"Nothing new: {Amounts.Of(totals.Known, "case")} of {cases} broke the contract as is known"
                    + (totals.Tolerated > 0 ? $", {Amounts.Whole(totals.Tolerated)} passed by tolerance" : "")
                    + $"{unanswered}.",
                Styles.Good
            ),
            { ExitCode: 0 } => ($"The contract is honoured in all {Sent(totals)}{tolerated}{unanswered}.", Styles.Good),
            _ => ($"{stopped}No verdict.", Styles.Doubtful),
        };
    }

    private static string Sent(RunTotals totals) =>
        Amounts.Of(totals.Judged, "case")
        + (
            totals.Inconclusive > 0 ? " that were judged"
            : totals.Skipped > 0 ? " that were sent"
            : ""
        );

    /// <summary>By which policy was judged, why, and what it let pass; null where nobody has said.</summary>
    public static string? Policy(RunRecord run)
    {
        if (run.Policy is not { } policy)
        {
            return null;
        }

        var tolerated =
            run.Totals.Tolerated > 0
                ? $"; tolerated {Amounts.Of(run.Totals.Tolerated, "case")} ({Rules(run)}), which --policy strict shows"
                : "";
        return SafeText.Of($"{policy.Policy}, {policy.Reason}{tolerated}");
    }

    private static string Rules(RunRecord run) =>
        string.Join(
            ", ",
            run.Remarks.Where(r => r.Verdict == "tolerated")
                .GroupBy(r => r.Rule)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key} {Amounts.Whole(g.Count())}")
        );

    /// <summary>
    /// How many edges of valid requests a limit of calls let through; null where nothing was packed for one.
    /// </summary>
    public static string? Edges(RunRecord run)
    {
        var all = run.Coverage.Edges;
        if (all.Sum(e => e.Packed) is not (> 0 and var packed))
        {
            return null;
        }

        var left = all.Where(e => e.Judged < e.All).Select(e => $"{e.Keyword} {Amounts.Whole(e.All - e.Judged)}");
        return $"{Amounts.Whole(all.Sum(e => e.Judged))} of {Amounts.Of(all.Sum(e => e.All), "edge")} of valid "
            + $"requests judged, {Amounts.Whole(packed)} of them several in one request"
            + (string.Join(", ", left) is { Length: > 0 } some ? $"; left: {some}" : "");
    }

    /// <summary>How many documented answers were seen, and some that were not; null where nobody answered.</summary>
    public static string? Responses(RunRecord run)
    {
        var all = run.Answers.Responses;
        var unseen = all.Where(r => r.Seen == 0).ToList();
        if (unseen.Count == all.Count)
        {
            return null;
        }

        var more = unseen.Count > MaxUnseen ? $" and {Amounts.Whole(unseen.Count - MaxUnseen)} more" : "";
        return $"{Amounts.Whole(all.Count - unseen.Count)} of {Amounts.Of(all.Count, "documented answer")} seen"
            + (
                unseen.Count == 0 ? "" : $"; not: {string.Join(", ", unseen.Take(MaxUnseen).Select(r => r.Name))}{more}"
            );
    }

    /// <summary>How many constraints were broken in all their ways and judged.</summary>
    public static string Coverage(RunRecord run)
    {
        var (all, covered) = (run.Coverage.Constraints, run.Coverage.Covered);
        var kinds = all.Sum(c => c.Kinds.Count(k => k.Judged > 0));
        return $"{Amounts.Whole(covered)} of {Amounts.Of(all.Count, "constraint")} covered"
            + (
                kinds > 0
                    ? $", {Amounts.Whole(kinds)} of {Amounts.Of(all.Sum(c => c.Kinds.Count), "kind")} of break"
                    : ""
            );
    }

    /// <summary>How many cases ended how, and how long it took.</summary>
    public static string Counts(RunRecord run)
    {
        var t = run.Totals;
        (int Count, string Name)[] counts =
        [
            (t.Failed, "failed"),
            (t.Known, "known"),
            (t.Tolerated, "tolerated"),
            (t.Inconclusive, "inconclusive"),
            (t.Skipped, "skipped"),
            (t.Discarded, "discarded"),
            (t.Erred, "erred"),
            (t.Remarks, t.Remarks == 1 ? "remark" : "remarks"),
        ];
        var others = counts.Where(c => c.Count > 0).Select(c => $", {Amounts.Whole(c.Count)} {c.Name}");
        return $"{Amounts.Whole(t.Passed)} passed{string.Concat(others)}; "
            + Amounts.Of(run.Requests, "request")
            + (run.Finished!.Created is { } created ? $", {Amounts.Of(created, "call")} created," : "")
            + $" in {Amounts.Time(run.Finished.Duration)}";
    }
}
