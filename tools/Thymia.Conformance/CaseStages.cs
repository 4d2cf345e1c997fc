using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance;

/// <summary>The stages for one case, in order: check that it is what it says, send it, judge the answer.</summary>
public sealed class CaseStages
{
    private readonly RunOptions _options;
    private readonly Replayer _replayer;
    private readonly Judge _judge;
    private readonly KnownDeviations _known;
    private readonly FailureReducer _reducer;

    public CaseStages(RunOptions options, Replayer replayer, Judge judge, KnownDeviations known)
    {
        _options = options;
        _replayer = replayer;
        _judge = judge;
        _known = known;
        _reducer = new FailureReducer(
            options, async (testCase, cancellation) => Judged(testCase, await SendAsync(testCase, cancellation)));
    }

    /// <summary>
    /// What became of the case: discarded, or judged; a case that the options rule out is judged as skipped.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<RunEvent> RunAsync(TestCase testCase, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Unsent(testCase) is { } reason)
        {
            return reason;
        }

        var exchange = await SendAsync(testCase, cancellation);
        if (exchange.Answer is null)
        {
            return Judged(testCase, exchange);
        }

        var repeat = IsSentTwice(testCase) ? await SendAsync(testCase, cancellation) : null;
        var neighbour = IsCrowded(testCase)
            ? await new HugeNeighbour(_replayer).TryAsync(testCase.Request, cancellation)
            : null;
        return await _reducer.TryAsync(Judged(testCase, exchange, repeat, neighbour), cancellation);
    }

    /// <summary>What is told of a case that must not be sent; null where it may.</summary>
    internal RunEvent? Unsent(TestCase testCase) =>
        _options.Guard(testCase) is { } contradiction ? new RunEvent.CaseDiscarded(testCase, contradiction)
        : ReasonToSkip(testCase) is { } reason ? new RunEvent.CaseJudged(testCase, null, new Verdict.Skipped(reason))
        : null;

    internal Task<Exchange> SendAsync(TestCase testCase, CancellationToken cancellation) =>
        _replayer.SendAsync(testCase.Request, cancellation);

    internal RunEvent.CaseJudged Judged(
        TestCase testCase, Exchange exchange, Exchange? repeat = null, NeighbourTrial? neighbour = null)
    {
        var verdict = _judge.Decide(testCase, exchange, repeat, neighbour);
        return new RunEvent.CaseJudged(testCase, exchange, _known.Apply(testCase, verdict));
    }

    private string? ReasonToSkip(TestCase testCase) =>
        testCase.Request.CarriesPhoneNumber && !_options.AllowPhoneNumbers && !_options.Replay.BaseUrl.IsLoopback
            ? "it carries a phone number that the provider might dial; --allow-phone-numbers sends it"
            : null;

    private bool IsSentTwice(TestCase testCase) =>
        IsOneIn(_options.RepeatEvery, testCase)
        && (testCase.Expectation is not Expectation.Accepted || _options.Replay.BaseUrl.IsLoopback);

    private bool IsCrowded(TestCase testCase) =>
        IsOneIn(_options.CrowdEvery, testCase) && _options.Replay.BaseUrl.IsLoopback
        && testCase is { Expectation: Expectation.Rejected, Request.Body.Length: > 0,
            Mutation.Constraint.Keyword: not "json" };

    private static bool IsOneIn(int every, TestCase testCase) => every > 0 && testCase.Seed.Value % (ulong)every == 0;
}
