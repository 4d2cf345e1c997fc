using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences;
using Thymia.Conformance.Sequences.Sending;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>The stages for one case, in order: check that it is what it says, send it, judge the answer.</summary>
public sealed class CaseStages : IDisposable
{
    private readonly RunOptions _options;
    private readonly Judge _judge;
    private readonly KnownDeviations _known;
    private readonly CaseRules _rules;
    private readonly SequenceSession _sequences;
    private readonly CaseSending _sending;
    private readonly BoundSending _bound;
    private readonly FailureReducer _reducer;
    private readonly CaseMaking _making;
    private readonly UnansweredCases _unanswered;
    private readonly PackedRequests _packed;
    private readonly Deadline _deadline;

    /// <param name="time">By which the time that the run may take is measured; null takes the system's.</param>
    public CaseStages(
        RunOptions options,
        Replayer replayer,
        Judge judge,
        KnownDeviations known,
        TimeProvider? time = null
    )
    {
        _deadline = new Deadline(options.MaxDuration, options.Replay.TimeOut, time ?? TimeProvider.System);
        _options = options;
        _judge = judge;
        _known = known;
        _rules = new CaseRules(options);
        _making = new CaseMaking(options.Description);
        _sequences = new SequenceSession(options.Sequences, replayer, options.Journal);
        _sending = new CaseSending(options, replayer, judge, _sequences);
        _bound = new BoundSending(_rules, _sending, _sequences);
        _unanswered = new UnansweredCases(judge);
        _packed = new PackedRequests(
            options.Packed,
            options.Indispensable,
            new PackedSending(
                Unsent,
                async (c, cancellation) => Judged(await SendWithSequelAsync(new CaseAttempt(c, null), cancellation)),
                e => WriteDown([e])
            )
        );
        _reducer = new FailureReducer(options, async (testCase, cancellation) =>
            Judged(await SendWithSequelAsync(new CaseAttempt(testCase, null), cancellation)) as RunEvent.CaseJudged
            ?? Withheld(testCase, "it was withheld")
        );
    }

    /// <summary>
    /// What became of the case: discarded, or judged; a case that the options rule out is judged as skipped.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<RunEvent> RunAsync(TestCase testCase, CancellationToken cancellation)
    {
        var happened = Judged(await TryAsync(Check(new CaseAttempt(testCase, null)), cancellation));
        if (TakesToReduce(happened))
        {
            happened = await ReduceAsync(happened, cancellation);
        }

        WriteDown([happened]);
        return happened;
    }

    /// <summary>Makes the case.</summary>
    internal CaseAttempt Make(CasePlan plan) => _making.Make(plan);

    /// <summary>Checks that the case is what it says, and may be sent.</summary>
    internal CaseAttempt Check(CaseAttempt made) =>
        made.Unsent is null ? made with { Unsent = Unsent(made.Case) } : made;

    /// <summary>Sends what may be sent.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    internal async Task<CaseAttempt> TryAsync(CaseAttempt prepared, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (prepared.Unsent is not null)
        {
            return prepared;
        }

        if (_deadline.IsOver)
        {
            return prepared with { Unsent = _deadline.NotReached(prepared.Case) };
        }

        using var until = _deadline.Until(cancellation);
        var stop = until?.Token ?? cancellation;
        try
        {
            return await _packed.OfAsync(prepared.Case, stop) is { } shared
                ? prepared with
                {
                    Unsent = shared,
                }
                : await _bound.SendAllAsync(prepared, stop);
        }
        catch (OperationCanceledException) when (_deadline.IsLeft && !cancellation.IsCancellationRequested)
        {
            return prepared with { Unsent = _deadline.NotReached(prepared.Case) };
        }
        catch (Exception e) when (e is not UnusableInputException && CaseFault.Is(e, cancellation))
        {
            // A journal that cannot be written ends the run.
            return prepared with { Unsent = Erred(prepared.Case, null, "sending the request", e) };
        }
    }

    /// <inheritdoc cref="BoundSending.SendWithSequelAsync"/>
    internal Task<CaseAttempt> SendWithSequelAsync(CaseAttempt prepared, CancellationToken cancellation) =>
        _bound.SendWithSequelAsync(prepared, cancellation);

    /// <summary>What became of the attempt.</summary>
    internal RunEvent Judged(CaseAttempt attempt) =>
        attempt.Unsent ?? Judged(attempt.Case, attempt.Exchange!, attempt.Repeat, attempt.Neighbour, attempt.Sequel);

    /// <summary>Deletes what the run created; what stays all the same.</summary>
    /// <param name="mayBeSent">Whether anything may be sent any more.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public Task<IReadOnlyList<LeftThing>> CleanUpAsync(bool mayBeSent, CancellationToken cancellation) =>
        mayBeSent ? _sequences.CleanUpAsync(cancellation) : _sequences.LeftAsync();

    /// <summary>True where it failed, and is one of those that a run reduces; each such answer counts.</summary>
    internal bool TakesToReduce(RunEvent happened) =>
        !_deadline.IsOver && happened is RunEvent.CaseJudged judged && _reducer.Takes(judged);

    /// <summary>The failed case with the smallest one that still fails.</summary>
    internal async Task<RunEvent> ReduceAsync(RunEvent failed, CancellationToken cancellation)
    {
        var judged = (RunEvent.CaseJudged)failed;
        using var until = _deadline.Until(cancellation);
        try
        {
            return await _reducer.ReduceAsync(judged, until?.Token ?? cancellation);
        }
        catch (OperationCanceledException) when (_deadline.IsLeft && !cancellation.IsCancellationRequested)
        {
            return judged;
        }
        catch (Exception e) when (CaseFault.Is(e, cancellation))
        {
            return Erred(judged.Case, judged.Exchange, $"reducing what fails the check {FirstCheckOf(judged)}", e);
        }
    }

    /// <summary>Whether the verdict waits for the end of the run, since the case got no whole answer.</summary>
    internal bool Keeps(RunEvent happened) => _unanswered.Keeps(happened);

    /// <summary>The verdicts that have waited.</summary>
    internal IReadOnlyList<RunEvent> Settle()
    {
        var settled = _unanswered.Settle();
        WriteDown(settled);
        return settled;
    }

    /// <summary>Puts down what became of cases, so that it outlives the run.</summary>
    internal void WriteDown(IReadOnlyList<RunEvent> happened) => _options.Journal?.Judged(happened);

    /// <summary>Chooses the policy where that is left open, by probes.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<RunEvent.PolicyChosen> ChoosePolicyAsync(CancellationToken cancellation)
    {
        var probing = new ProviderProbing(_judge.Policy, _options.FrameworkProbes, _options.Past.ProbeStatuses);
        await probing.ChooseAsync(AskAsync, cancellation);
        return probing.Chosen;
    }

    /// <summary>
    /// Why no case can be judged, as a clause with what to change, in view of a first answer; null where one can.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<string?> DiagnoseAsync(Exchange first, CancellationToken cancellation) =>
        await new ProviderDiagnosis(_options.OperationProbes, AskAsync, _options.Judging).OfAsync(first, cancellation)
            is { } impossible
            ? $"{impossible.Reason}; {impossible.Hint}"
            : null;

    /// <summary>Sends a request that is no case; it counts where it creates a call all the same.</summary>
    internal Task<Exchange> AskAsync(CaseRequest request, CancellationToken cancellation) =>
        _sending.AskAsync(request, cancellation);

    /// <summary>
    /// How the exchange shows that the provider does not know the key, as a clause; null where it does not.
    /// </summary>
    public string? KeyRefusal(Exchange exchange) => Judging.KeyRefusal.Of(exchange, _options.Judging);

    /// <summary>Takes note of what an earlier part of the run has told, and says it as it is to be told now.</summary>
    internal RunEvent Recall(RunEvent happened)
    {
        var recalled = Recall(happened, _judge, _known, _options.Past.IsSameProvider);
        _packed.Recall(recalled);
        return recalled;
    }

    internal static RunEvent Recall(RunEvent happened, Judge judge, KnownDeviations known, bool isSame)
    {
        if (happened is not RunEvent.CaseJudged judged)
        {
            return happened;
        }

        try
        {
            if (judged is { Exchange: { } exchange, Within: null })
            {
                judge.Recall(judged.Case, exchange, judged.Asked, isSame);
            }

            return Excused(judged, known);
        }
        catch (Exception e) when (CaseFault.Is(e, CancellationToken.None))
        {
            return Erred(judged.Case, judged.Exchange, "recalling what the journal holds", e);
        }
    }

    /// <summary>What is told of a case that must not be sent; null where it may.</summary>
    internal RunEvent? Unsent(TestCase testCase)
    {
        try
        {
            return _deadline.IsOver ? _deadline.NotReached(testCase)
                : _options.Guard(testCase) is { } contradiction ? new RunEvent.CaseDiscarded(testCase, contradiction)
                : _rules.ReasonToSkip(testCase) is { } reason ? Skipped(testCase, reason)
                : null;
        }
        catch (Exception e) when (CaseFault.Is(e, CancellationToken.None))
        {
            return Erred(testCase, null, "checking the request", e);
        }
    }

    public void Dispose() => _deadline.Dispose();

    internal static RunEvent.CaseJudged Withheld(TestCase testCase, string reason) => Skipped(testCase, reason);

    internal RunEvent.CaseJudged Judged(
        TestCase testCase,
        Exchange exchange,
        Exchange? repeat = null,
        NeighbourTrial? neighbour = null,
        Sequel? sequel = null
    )
    {
        try
        {
            var companions = new Companions(repeat, neighbour, sequel);
            var (verdict, asked, remarks) = _judge.Weigh(testCase, exchange, companions);
            var judged = new RunEvent.CaseJudged(testCase, exchange, verdict) { Asked = asked, Remarks = remarks };
            return Excused(judged, _known);
        }
        catch (Exception e) when (CaseFault.Is(e, CancellationToken.None))
        {
            return Erred(testCase, exchange, "judging the answer", e);
        }
    }

    private static RunEvent.CaseJudged Erred(TestCase testCase, Exchange? exchange, string doing, Exception fault) =>
        new(testCase, exchange, new Verdict.Erred(CaseFault.Of(doing, fault)));

    private static string FirstCheckOf(RunEvent.CaseJudged judged) =>
        judged.Verdict is Verdict.Failed { Findings: [var first, ..] } ? first.Check : "of it";

    private static RunEvent.CaseJudged Excused(RunEvent.CaseJudged judged, KnownDeviations known)
    {
        var verdict = known.Apply(judged.Case, judged.Verdict);
        return ReferenceEquals(verdict, judged.Verdict)
            ? judged
            : judged with
            {
                Verdict = verdict,
                Unexcused = judged.Verdict,
            };
    }

    private static RunEvent.CaseJudged Skipped(TestCase testCase, string reason) =>
        new(testCase, null, new Verdict.Skipped(reason));
}
