using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// The first cases of a run, sent one by one: where nobody answers or knows the key, nobody will for the others, and the
/// first errors show which policy to judge by.
/// </summary>
internal sealed class Vanguard(CaseStages stages, PolicyChoice policy, IRunJournal? journal)
{
    private const int Longest = 30;
    private const int Patience = 3;

    private readonly List<(TestCase Case, Exchange Exchange)> _sent = [];

    /// <summary>Why it was given up, where that is for the key alone.</summary>
    public string? KeyRefused { get; private set; }

    private string? NobodyThere => _sent is [(_, { Unreachable: true } first), ..] ? first.Failure
        : _sent.Count >= Patience && _sent.TrueForAll(s => s.Exchange.Answer is null) ? _sent[0].Exchange.Failure
        : null;

    private bool IsPastKey => _sent.Exists(s => s.Exchange is { Answer: not null, Request: { CarriesKey: true, Key: KeyUse.Configured } }
        && stages.KeyRefusal(s.Exchange) is null);

    private bool IsKeyInDoubt => !IsPastKey && _sent.Exists(s => stages.KeyRefusal(s.Exchange) is not null);

    private List<string> Refusals => IsPastKey ? [] : [.. _sent.Where(s => KeyRefusal.IsCertain(s.Case, s.Exchange))
        .Select(s => stages.KeyRefusal(s.Exchange)).OfType<string>()];

    private bool IsDone => NobodyThere is not null || _sent.Count >= Longest || Refusals.Count >= Patience
        || (_sent.Count > 0 && !policy.IsOpen && !IsKeyInDoubt);

    /// <summary>
    /// Takes cases until it has seen enough, and tells the policy and their verdicts. Why the run must give up, as a
    /// clause; null where it need not.
    /// </summary>
    public async Task<string?> RunAsync(
        IEnumerator<CasePlan> cases, Func<RunEvent, ValueTask> tell, CancellationToken cancellation)
    {
        try
        {
            while (!IsDone && cases.MoveNext())
            {
                await HandleAsync(cases.Current.Make(), tell, cancellation);
            }
        }
        finally
        {
            // What was sent is told even when the run is being cancelled.
            KeyRefused = Refusals is [var first, ..] ? first : null;
            policy.Settle();
            var chosen = new RunEvent.PolicyChosen(policy.Name, policy.Reason);
            if (_sent.Count > 0)
            {
                journal?.Chosen(chosen);
            }

            await tell(chosen);
            foreach (var (testCase, exchange) in _sent)
            {
                await TellAsync(testCase, exchange, tell);
            }
        }

        return NobodyThere ?? KeyRefused;
    }

    private async Task HandleAsync(TestCase testCase, Func<RunEvent, ValueTask> tell, CancellationToken cancellation)
    {
        if (stages.Unsent(testCase) is { } reason)
        {
            await TellAsync(reason, tell);
            return;
        }

        var exchange = await stages.SendAsync(testCase, cancellation);
        if (exchange.Withheld is { } withheld)
        {
            await TellAsync(CaseStages.Withheld(testCase, withheld), tell);
            return;
        }

        _sent.Add((testCase, exchange));
        policy.Observe(exchange);
    }

    // A refused key says nothing of the case, which is to be sent once the key is right.
    private ValueTask TellAsync(TestCase testCase, Exchange exchange, Func<RunEvent, ValueTask> tell) =>
        KeyRefused is not null && stages.KeyRefusal(exchange) is { } reason
            ? TellAsync(new RunEvent.CaseJudged(testCase, exchange, new Verdict.Inconclusive(reason)) { KeyRefused = true }, tell)
            : TellAsync(stages.Judged(testCase, exchange), tell);

    private ValueTask TellAsync(RunEvent happened, Func<RunEvent, ValueTask> tell)
    {
        journal?.Judged([happened]);
        return tell(happened);
    }
}
