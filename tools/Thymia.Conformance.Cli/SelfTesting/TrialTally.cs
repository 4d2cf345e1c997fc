using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>Counts a trial while it runs.</summary>
internal sealed class TrialTally(Trial trial, TimeProvider time) : IRunListener
{
    private readonly long _start = time.GetTimestamp();
    private readonly List<string> _checks = [];
    private RunTotals _totals = RunTotals.None;
    private string _policy = trial.Policy;
    private int _sent;
    private (int Requests, TimeSpan Time, string Sentence)? _first;

    /// <summary>True once the check that the Defect names has found it: the rest of the run says nothing new.</summary>
    public bool IsDecided => trial.Defect is { } defect && _checks.Contains(defect.Check);

    public void OnEvent(RunEvent happened)
    {
        _totals = _totals.Plus(happened);
        if (happened is RunEvent.PolicyChosen chosen)
        {
            _policy = chosen.Policy;
        }

        if (happened is not RunEvent.CaseJudged judged)
        {
            return;
        }

        _sent += judged.Exchange is null ? 0 : 1;
        if (judged.Remarks.FirstOrDefault(r => r.Check == trial.Defect?.Check) is { } remark)
        {
            // A Defect that the standards leave open is found by what is said of it.
            _first ??= (_sent, time.GetElapsedTime(_start), remark.Sentence);
            _checks.AddRange(new[] { remark.Check }.Except(_checks).ToList());
        }

        if (judged.Verdict is Verdict.Failed failed)
        {
            _first ??= (_sent, time.GetElapsedTime(_start), failed.Findings[0].Sentence);
            _checks.AddRange(failed.Findings.Select(f => f.Check).Except(_checks).ToList());
        }
    }

    public TrialResult Result() =>
        new(
            trial,
            [.. _checks.OrderBy(c => c == trial.Defect?.Check ? 0 : 1)],
            _first?.Requests ?? _sent,
            _first?.Time ?? time.GetElapsedTime(_start)
        )
        {
            Totals = _totals,
            Policy = _policy,
            First = _first?.Sentence,
        };
}
