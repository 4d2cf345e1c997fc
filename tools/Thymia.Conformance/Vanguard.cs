using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance;

/// <summary>
/// The first cases of a run, sent one by one: where nobody answers, nobody will answer the others, and the first
/// errors show which policy to judge by.
/// </summary>
internal sealed class Vanguard(CaseStages stages, PolicyChoice policy, RunJournal? journal)
{
    private const int Longest = 30;
    private const int Patience = 3;

    private readonly List<(TestCase Case, Exchange Exchange)> _sent = [];

    private string? GivenUp => _sent is [(_, { Unreachable: true } first), ..] ? first.Failure
        : _sent.Count >= Patience && _sent.TrueForAll(s => s.Exchange.Answer is null) ? _sent[0].Exchange.Failure
        : null;

    private bool IsDone => GivenUp is not null || _sent.Count >= Longest || (_sent.Count > 0 && !policy.IsOpen);

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
            policy.Settle();
            var chosen = new RunEvent.PolicyChosen(policy.Name, policy.Reason);
            if (_sent.Count > 0)
            {
                journal?.Chosen(chosen);
            }

            await tell(chosen);
            foreach (var (testCase, exchange) in _sent)
            {
                await TellAsync(stages.Judged(testCase, exchange), tell);
            }
        }

        return GivenUp;
    }

    private async Task HandleAsync(TestCase testCase, Func<RunEvent, ValueTask> tell, CancellationToken cancellation)
    {
        if (stages.Unsent(testCase) is { } reason)
        {
            await TellAsync(reason, tell);
            return;
        }

        if (await stages.SendAsync(testCase, cancellation) is not { } exchange)
        {
            await TellAsync(stages.NoMoreCalls(testCase), tell);
            return;
        }

        _sent.Add((testCase, exchange));
        policy.Observe(exchange);
    }

    private ValueTask TellAsync(RunEvent happened, Func<RunEvent, ValueTask> tell)
    {
        journal?.Judged(happened);
        return tell(happened);
    }
}
