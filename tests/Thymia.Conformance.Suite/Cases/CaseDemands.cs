using System.Diagnostics;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Suite.Session;

namespace Thymia.Conformance.Suite.Cases;

/// <summary>Turns what became of cases into a test that passes, is skipped, or fails with all one needs to
/// know.</summary>
[StackTraceHidden]
internal static class CaseDemands
{
    /// <summary>One case: skipped where the configuration rules it out, or where it is known to deviate.</summary>
    public static void Hold(RunEvent happened, ProviderSession session)
    {
        // Seen and accepted for now: neither a failure nor as it should be.
        if (happened is RunEvent.CaseJudged { Verdict: Verdict.Known known })
        {
            Assert.Skip($"known deviation {known.Deviation}: {known.Reason}");
        }

        HoldAll([happened], session);
    }

    /// <summary>
    /// Several cases: the message lists whatever is wrong with any of them; skipped where each of them is.
    /// </summary>
    public static void HoldAll(IReadOnlyList<RunEvent> happened, ProviderSession session)
    {
        var skipped = happened.Select(h => (h as RunEvent.CaseJudged)?.Verdict).OfType<Verdict.Skipped>().ToList();
        if (skipped.Count > 0 && skipped.Count == happened.Count)
        {
            Assert.Skip(skipped[0].Reason);
        }

        var complaints = happened.SelectMany(h => ComplaintsOf(h, session)).Distinct().ToList();
        if (complaints.Count > 0)
        {
            Assert.Fail(string.Join("\n\n", complaints));
        }
    }

    private static IEnumerable<string> ComplaintsOf(RunEvent happened, ProviderSession session) => happened switch
    {
        RunEvent.CaseDiscarded d => [$"The suite erred, nothing was sent: {d.Case.Id} is {d.Contradiction}."],
        RunEvent.CaseJudged { Verdict: Verdict.Failed failed } j => failed.Findings.Select(f =>
            FindingText.Of(ReportedFinding.Of(f, j.Case) with { Reduced = j.Reduced }, session)),
        RunEvent.CaseJudged { Verdict: Verdict.Inconclusive i } =>
            [$"No verdict from the provider at {session.BaseUrl}: {i.Reason}."],
        _ => [],
    };
}
