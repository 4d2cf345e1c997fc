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
        if (options.Guard(testCase) is { } contradiction)
        {
            return new RunEvent.CaseDiscarded(testCase, contradiction);
        }

        if (ReasonToSkip(testCase) is { } reason)
        {
            return new RunEvent.CaseJudged(testCase, null, new Verdict.Skipped(reason));
        }

        var exchange = await replayer.SendAsync(testCase.Request, cancellation);
        return new RunEvent.CaseJudged(testCase, exchange, judge.Decide(testCase, exchange));
    }

    private string? ReasonToSkip(TestCase testCase) =>
        testCase.Request.CarriesPhoneNumber && !options.AllowPhoneNumbers && !options.Replay.BaseUrl.IsLoopback
            ? "it carries a phone number that the provider might dial; --allow-phone-numbers sends it"
            : null;
}
