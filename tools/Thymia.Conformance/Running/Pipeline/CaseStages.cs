using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>The stages for one case, in order: check that it is what it says, send it, judge the answer.</summary>
public sealed class CaseStages
{
    private readonly RunOptions _options;
    private readonly Judge _judge;
    private readonly KnownDeviations _known;
    private readonly CaseRules _rules;
    private readonly CaseSending _sending;
    private readonly FailureReducer _reducer;

    public CaseStages(RunOptions options, Replayer replayer, Judge judge, KnownDeviations known)
    {
        _options = options;
        _judge = judge;
        _known = known;
        _rules = new CaseRules(options);
        _sending = new CaseSending(options, replayer, judge);
        _reducer = new FailureReducer(options, async (testCase, cancellation) =>
            await SendAsync(testCase, cancellation) is { Withheld: null } exchange
                ? Judged(testCase, exchange)
                : Withheld(testCase, "it was withheld"));
    }

    /// <summary>
    /// What became of the case: discarded, or judged; a case that the options rule out is judged as skipped.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<RunEvent> RunAsync(TestCase testCase, CancellationToken cancellation)
    {
        var happened = Judged(await TryAsync(Prepare(testCase), cancellation));
        if (TakesToReduce(happened))
        {
            happened = await ReduceAsync(happened, cancellation);
        }

        WriteDown([happened]);
        return happened;
    }

    /// <summary>Checks that the case is what it says, and may be sent.</summary>
    internal CaseAttempt Prepare(TestCase testCase) => new(testCase, Unsent(testCase));

    /// <summary>Sends what may be sent.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    internal async Task<CaseAttempt> TryAsync(CaseAttempt prepared, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var testCase = prepared.Case;
        if (prepared.Unsent is not null)
        {
            return prepared;
        }

        var exchange = await SendAsync(testCase, cancellation);
        if (exchange.Withheld is { } reason)
        {
            return prepared with { Unsent = Withheld(testCase, reason) };
        }

        var sent = prepared with { Exchange = exchange };
        return exchange.Answer is null ? sent : sent with
        {
            Repeat = _rules.IsSentTwice(testCase)
                && await SendAsync(testCase, cancellation) is { Withheld: null } again ? again : null,
            Neighbour = _rules.IsCrowded(testCase)
                ? await new HugeNeighbour(_sending.Beside(testCase)).TryAsync(testCase.Request, cancellation)
                : null,
        };
    }

    /// <summary>What became of the attempt.</summary>
    internal RunEvent Judged(CaseAttempt attempt) => attempt.Unsent
        ?? Judged(attempt.Case, attempt.Exchange!, attempt.Repeat, attempt.Neighbour);

    /// <summary>True where it failed, and is one of those that a run reduces; each such answer counts.</summary>
    internal bool TakesToReduce(RunEvent happened) => happened is RunEvent.CaseJudged judged && _reducer.Takes(judged);

    /// <summary>The failed case with the smallest one that still fails.</summary>
    internal async Task<RunEvent> ReduceAsync(RunEvent failed, CancellationToken cancellation) =>
        await _reducer.ReduceAsync((RunEvent.CaseJudged)failed, cancellation);

    /// <summary>Puts down what became of cases, so that it outlives the run.</summary>
    internal void WriteDown(IReadOnlyList<RunEvent> happened) => _options.Journal?.Judged(happened);

    /// <summary>
    /// Where the policy is still open: sends as many of the cases as it takes to choose it, one by one, and then tells the
    /// policy and their verdicts. Tells the policy alone where it is chosen already.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<IReadOnlyList<RunEvent>> ScoutAsync(
        IEnumerable<CasePlan> cases, CancellationToken cancellation)
    {
        if (!_judge.Policy.IsOpen)
        {
            return [new RunEvent.PolicyChosen(_judge.Policy.Name, _judge.Policy.Reason)];
        }

        var told = new List<RunEvent>();
        using var next = cases.GetEnumerator();
        await new Vanguard(this, _judge.Policy, _options.Journal).RunAsync(
            next,
            e =>
            {
                told.Add(e);
                return ValueTask.CompletedTask;
            },
            cancellation);
        return told;
    }

    /// <summary>How the exchange shows that the provider does not know the key, as a clause; null where it does not.</summary>
    public string? KeyRefusal(Exchange exchange) => Judging.KeyRefusal.Of(exchange, _options.Judging);

    /// <summary>Takes note of what an earlier part of the run has told, and says it as it is to be told now.</summary>
    internal RunEvent Recall(RunEvent happened) => Recall(happened, _judge, _known, _options.Past.IsSameProvider);

    internal static RunEvent Recall(RunEvent happened, Judge judge, KnownDeviations known, bool isSame)
    {
        if (happened is not RunEvent.CaseJudged judged)
        {
            return happened;
        }

        if (judged.Exchange is { } exchange)
        {
            judge.Recall(judged.Case, exchange, judged.Asked, isSame);
        }

        return Excused(judged, known);
    }

    /// <summary>What is told of a case that must not be sent; null where it may.</summary>
    internal RunEvent? Unsent(TestCase testCase) =>
        _options.Guard(testCase) is { } contradiction ? new RunEvent.CaseDiscarded(testCase, contradiction)
        : _rules.ReasonToSkip(testCase) is { } reason ? Skipped(testCase, reason)
        : null;

    /// <summary>The exchange says where the case was withheld, and why.</summary>
    internal Task<Exchange> SendAsync(TestCase testCase, CancellationToken cancellation) =>
        _sending.SendAsync(testCase, cancellation);

    internal static RunEvent.CaseJudged Withheld(TestCase testCase, string reason) => Skipped(testCase, reason);

    internal RunEvent.CaseJudged Judged(
        TestCase testCase, Exchange exchange, Exchange? repeat = null, NeighbourTrial? neighbour = null)
    {
        var verdict = _judge.Decide(testCase, exchange, repeat, neighbour, out var asked);
        return Excused(new RunEvent.CaseJudged(testCase, exchange, verdict) { Asked = asked }, _known);
    }

    private static RunEvent.CaseJudged Excused(RunEvent.CaseJudged judged, KnownDeviations known)
    {
        var verdict = known.Apply(judged.Case, judged.Verdict);
        return ReferenceEquals(verdict, judged.Verdict)
            ? judged
            : judged with { Verdict = verdict, Unexcused = judged.Verdict };
    }

    private static RunEvent.CaseJudged Skipped(TestCase testCase, string reason) =>
        new(testCase, null, new Verdict.Skipped(reason));
}
