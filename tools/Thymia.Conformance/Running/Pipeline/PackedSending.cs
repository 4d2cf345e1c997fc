using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Sends packed requests and edges, and judges what comes back.</summary>
/// <param name="unsent">What is reported of a case that must not be sent; null where it may.</param>
/// <param name="send">Sends a case and judges what comes back; what may not go is skipped.</param>
/// <param name="writeDown">Puts down what became of a case, so that it outlives the run.</param>
internal sealed class PackedSending(
    Func<TestCase, RunEvent?> unsent,
    Func<TestCase, CancellationToken, Task<RunEvent>> send,
    Action<RunEvent> writeDown
)
{
    /// <summary>The same for a case that no plan lists, and that nobody else writes down.</summary>
    public async Task<RunEvent> TryUnlistedAsync(TestCase testCase, CancellationToken cancellation)
    {
        var happened = await TryAsync(testCase, cancellation);
        writeDown(happened);
        return happened;
    }

    /// <summary>What became of the case: judged, or skipped with the reason.</summary>
    public async Task<RunEvent> TryAsync(TestCase testCase, CancellationToken cancellation) =>
        unsent(testCase) is { } reason ? reason : await send(testCase, cancellation);

    /// <summary>Whether nothing is held against the request, and so against no edge in it.</summary>
    public static bool Holds(RunEvent.CaseJudged judged) =>
        judged.Verdict is Verdict.Passed or Verdict.Tolerated or Verdict.Known;

    /// <summary>An edge that was judged within a packed request: shown with the request that went out.</summary>
    public static RunEvent Within(CasePlan edge, RunEvent.CaseJudged judged) =>
        new RunEvent.CaseJudged(edge.Make() with { Request = judged.Case.Request }, judged.Exchange, judged.Verdict)
        {
            Within = judged.Case.Id,
        };

    /// <summary>An edge that nothing is known of.</summary>
    public static RunEvent NotJudged(CasePlan edge, string reason) =>
        CaseStages.Withheld(edge.Make(), $"not judged: {reason}");
}
