using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance;

/// <summary>The stages for one case, in order: check that it is what it says, send it, judge the answer.</summary>
public sealed class CaseStages(RunOptions options, Replayer replayer, Judge judge)
{
    /// <summary>What became of the case: discarded, or judged; a case that the options rule out is judged as skipped.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<RunEvent> RunAsync(TestCase testCase, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Unsent(testCase) is { } reason)
        {
            return reason;
        }

        var exchange = await SendAsync(testCase, cancellation);
        var repeat = IsSentTwice(testCase) ? await SendAsync(testCase, cancellation) : null;
        return Judged(testCase, exchange, repeat);
    }

    /// <summary>What is told of a case that must not be sent; null where it may.</summary>
    internal RunEvent? Unsent(TestCase testCase) =>
        options.Guard(testCase) is { } contradiction ? new RunEvent.CaseDiscarded(testCase, contradiction)
        : ReasonToSkip(testCase) is { } reason ? new RunEvent.CaseJudged(testCase, null, new Verdict.Skipped(reason))
        : null;

    internal Task<Exchange> SendAsync(TestCase testCase, CancellationToken cancellation) =>
        replayer.SendAsync(testCase.Request, cancellation);

    internal RunEvent.CaseJudged Judged(TestCase testCase, Exchange exchange, Exchange? repeat = null) =>
        new(testCase, exchange, judge.Decide(testCase, exchange, repeat));

    private string? ReasonToSkip(TestCase testCase) =>
        testCase.Request.CarriesPhoneNumber && !options.AllowPhoneNumbers && !options.Replay.BaseUrl.IsLoopback
            ? "it carries a phone number that the provider might dial; --allow-phone-numbers sends it"
            : null;

    private bool IsSentTwice(TestCase testCase) =>
        options.RepeatEvery > 0 && testCase.Seed.Value % (ulong)options.RepeatEvery == 0
        && (testCase.Expectation is not Expectation.Accepted || options.Replay.BaseUrl.IsLoopback);
}
