using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance;

/// <summary>Gathers what becomes of a run for whoever reads it as objects.</summary>
internal sealed class ResultOfRun(RunPlan plan) : IRunListener
{
    private readonly List<CaseResult> _cases = [];
    private RunTotals _totals = RunTotals.None;
    private RunEvent.RunFinished? _finished;

    public void OnEvent(RunEvent happened)
    {
        _totals = _totals.Plus(happened);
        switch (happened)
        {
            case RunEvent.CaseJudged judged:
                _cases.Add(Of(judged));
                break;
            case RunEvent.CaseDiscarded discarded:
                _cases.Add(Of(discarded.Case, CaseOutcome.Erred, $"the case is {discarded.Contradiction}"));
                break;
            case RunEvent.RunFinished finished:
                _finished = finished;
                break;
        }
    }

    /// <summary>After the last event.</summary>
    public ConformanceResult Finish() =>
        new()
        {
            Cases = _cases,
            NotTested =
            [
                .. plan.LeftOut.Select(o => $"{o.Name} is not tested: {o.Fault.Message}"),
                .. plan.LeftOutParts.Select(p => $"{p.Operation}, {p.Part} is not {p.Step}: {p.Fault.Message}"),
                .. plan.Remarks,
            ],
            GivenUp = Reason(),
            Created = _finished?.Created ?? 0,
            Left =
            [
                .. (_finished?.Left ?? []).Select(l =>
                    SafeText.Of($"{l.Path ?? $"something of {l.Producer}"} is still there: {l.Reason}")
                ),
            ],
            IsHonoured = _totals.ExitCode == 0 && _finished is { GivenUp: null, Cancelled: false },
        };

    private string? Reason() =>
        _finished switch
        {
            { GivenUp: { } reason, Hint: { } hint } => $"{reason}; {hint}",
            { GivenUp: var reason } => reason,
            null => "it was stopped",
        };

    private static CaseResult Of(RunEvent.CaseJudged judged) =>
        judged.Verdict switch
        {
            Verdict.Passed => Of(judged.Case, CaseOutcome.Passed, null),
            Verdict.Failed failed => Of(judged.Case, CaseOutcome.Failed, null) with
            {
                Findings =
                [
                    .. failed.Findings.Select(f => new CaseFinding(f.Check, f.Location, f.Sentence, judged.Case.Id)),
                ],
            },
            Verdict.Tolerated tolerated => Of(judged.Case, CaseOutcome.Tolerated, tolerated.Reason),
            Verdict.Known known => Of(judged.Case, CaseOutcome.Known, known.Reason),
            Verdict.Inconclusive inconclusive => Of(judged.Case, CaseOutcome.Inconclusive, inconclusive.Reason),
            Verdict.Erred erred => Of(judged.Case, CaseOutcome.Erred, erred.Reason),
            Verdict.Skipped skipped => Of(judged.Case, CaseOutcome.Skipped, skipped.Reason),
            _ => throw new InvalidOperationException("There is no other verdict."),
        };

    private static CaseResult Of(TestCase testCase, CaseOutcome outcome, string? reason) =>
        new(testCase.Id, testCase.Operation.Name, testCase.Title, outcome, reason);
}
