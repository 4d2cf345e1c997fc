using System.Diagnostics;
using System.Text;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Xunit.Cases;

/// <summary>Turns what became of cases into a test that passes, is skipped, or fails with all one needs to
/// know.</summary>
[StackTraceHidden]
internal static class CaseDemands
{
    private const int MostExchanges = 20;
    private const int MostFindings = 20;

    /// <summary>One case: skipped where the configuration rules it out, or where it is known to deviate.</summary>
    public static void Hold(RunEvent happened, ProviderSession session)
    {
        Attach("exchange", session.Reports.ExchangeOf(happened));

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
        var skipped = happened.Select(ReasonToSkip).OfType<string>().ToList();
        if (skipped.Count > 0 && skipped.Count == happened.Count)
        {
            Assert.Skip(skipped[0]);
        }

        if (happened.Count > 1)
        {
            Attach(
                "exchanges",
                string.Join('\n', happened.Where(IsWrong).Take(MostExchanges).Select(session.Reports.ExchangeOf))
            );
        }

        var complaints = happened.SelectMany(h => ComplaintsOf(h, session)).Distinct().ToList();
        if (complaints.Count > 0)
        {
            Assert.Fail(string.Join("\n\n", complaints));
        }
    }

    /// <summary>
    /// One check over all cases: skipped where it applied to no answer; what else is
    /// wrong is said by the cases' own tests.
    /// </summary>
    public static void HoldCheck(CheckDescription check, IReadOnlyList<RunEvent> happened, ProviderSession session)
    {
        if (session.GivenUp is { } reason)
        {
            Assert.Fail($"No verdict from the provider at {session.BaseUrl}: {reason}.");
        }

        Assert.SkipWhen(session.Asked[check.Id] == 0, $"{check.Id} {check.WhenUnasked}");
        var findings = happened
            .OfType<RunEvent.CaseJudged>()
            .SelectMany(j =>
                (j.Verdict as Verdict.Failed)
                    ?.Findings.Where(f => f.Check == check.Id)
                    .Select(f => ReportedFinding.Of(f, j.Case) with { Reduced = j.Reduced })
                ?? []
            )
            .Select(f => FindingText.Of(f, session))
            .ToList();
        if (findings.Count > 0)
        {
            Assert.Fail(
                string.Join(
                    "\n\n",
                    findings
                        .Take(MostFindings)
                        .Append(
                            findings.Count > MostFindings
                                ? $"and {findings.Count - MostFindings} more: see results.json"
                                : null
                        )
                        .OfType<string>()
                )
            );
        }
    }

    // What needs an id that nobody gives, or whose producer was refused, says nothing of its own operation.
    private static string? ReasonToSkip(RunEvent happened) =>
        (happened as RunEvent.CaseJudged)?.Verdict switch
        {
            Verdict.Skipped skipped => skipped.Reason,
            Verdict.Inconclusive { IsMissingState: true } missing => missing.Reason,
            _ => null,
        };

    private static bool IsWrong(RunEvent happened) =>
        happened
            is RunEvent.CaseJudged
            {
                Verdict: Verdict.Failed or Verdict.Known or Verdict.Inconclusive or Verdict.Erred
            };

    private static void Attach(string name, string? text)
    {
        if (text is { Length: > 0 })
        {
            TestContext.Current.AddAttachment(name, Encoding.UTF8.GetBytes(text), "text/plain");
        }
    }

    private static IEnumerable<string> ComplaintsOf(RunEvent happened, ProviderSession session) =>
        happened switch
        {
            _ when ReasonToSkip(happened) is not null => [],
            RunEvent.CaseDiscarded d => [$"The suite erred, nothing was sent: {d.Case.Id} is {d.Contradiction}."],
            RunEvent.CaseJudged { Verdict: Verdict.Failed failed } j => failed.Findings.Select(f =>
                FindingText.Of(ReportedFinding.Of(f, j.Case) with { Reduced = j.Reduced }, session)
            ),
            RunEvent.CaseJudged { Verdict: Verdict.Inconclusive i } =>
            [
                $"No verdict from the provider at {session.BaseUrl}: {i.Reason}.",
            ],
            RunEvent.CaseJudged { Verdict: Verdict.Erred e } j => [$"The suite erred at {j.Case.Id}: {e.Reason}."],
            _ => [],
        };
}
