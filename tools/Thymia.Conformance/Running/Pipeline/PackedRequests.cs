using System.Collections.Concurrent;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// The requests that carry many edges at once, each sent when somebody first wants to know of it or of an edge in it.
/// One that fails is taken apart until the edge is named.
/// </summary>
internal sealed class PackedRequests
{
    private readonly Dictionary<string, PackedRow> _rows;
    private readonly Dictionary<string, string> _rowOf;
    private readonly ConcurrentDictionary<string, Lazy<Task<PackedOutcome>>> _outcomes = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _indispensable;
    private readonly PackedSending _sending;
    private readonly TakingApart _apart;

    public PackedRequests(IReadOnlyList<PackedRow> rows, IReadOnlySet<string> indispensable, PackedSending sending)
    {
        _indispensable = indispensable;
        _rows = rows.ToDictionary(r => r.Plan.Id, StringComparer.Ordinal);
        _rowOf = rows.SelectMany(r => r.Edges.Select(e => (e.Id, Row: r.Plan.Id))).ToDictionary(e => e.Id, e => e.Row);
        _sending = sending;
        _apart = new TakingApart(sending);
    }

    /// <summary>
    /// What became of a case that is a packed request or stands in one; null where it is to go out by itself.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<RunEvent?> OfAsync(TestCase testCase, CancellationToken cancellation)
    {
        if (_rows.TryGetValue(testCase.Id, out var row))
        {
            return (await OutcomeOfAsync(row, cancellation)).Row;
        }

        if (_rowOf.TryGetValue(testCase.Id, out var id))
        {
            return (await OutcomeOfAsync(_rows[id], cancellation)).Edges.GetValueOrDefault(testCase.Id);
        }

        if (IsLessUrgent(testCase))
        {
            foreach (var packed in _rows.Values)
            {
                await OutcomeOfAsync(packed, cancellation);
            }
        }

        return null;
    }

    /// <summary>Takes note of a packed request that an earlier part of the run has sent.</summary>
    public void Recall(RunEvent happened)
    {
        if (happened is RunEvent.CaseJudged judged && _rows.TryGetValue(judged.Case.Id, out var row))
        {
            _outcomes.TryAdd(row.Plan.Id, new(() => SettleAsync(row, judged, CancellationToken.None)));
        }
    }

    // What many edges share a request for is worth more of a limit than one more of anything, but for what a contract
    // that is recorded cannot be without.
    private bool IsLessUrgent(TestCase testCase) =>
        _rows.Count > 0
        && testCase.Expectation is Expectation.Accepted
        && !_indispensable.Contains(testCase.Id)
        && !Methods.IsSafe(testCase.Request.Method);

    private Task<PackedOutcome> OutcomeOfAsync(PackedRow row, CancellationToken cancellation) =>
        _outcomes.GetOrAdd(row.Plan.Id, _ => new(() => SendAsync(row, cancellation))).Value;

    private async Task<PackedOutcome> SendAsync(PackedRow row, CancellationToken cancellation) =>
        await SettleAsync(row, await _sending.TryAsync(row.Plan.Make(), cancellation), cancellation);

    private async Task<PackedOutcome> SettleAsync(PackedRow row, RunEvent happened, CancellationToken cancellation) =>
        happened switch
        {
            RunEvent.CaseJudged { Verdict: Verdict.Failed } failed => new PackedOutcome(
                failed,
                await _apart.OfAsync(row, failed, cancellation)
            ),
            RunEvent.CaseJudged { Verdict: Verdict.Inconclusive unanswered } => new PackedOutcome(
                happened,
                row.Edges.ToDictionary(
                    e => e.Id,
                    e =>
                        PackedSending.NotJudged(
                            e,
                            $"the packed request {row.Plan.Id} got no verdict: {unanswered.Reason}"
                        )
                )
            ),
            RunEvent.CaseJudged { Exchange: not null } judged when PackedSending.Holds(judged) => new PackedOutcome(
                judged,
                row.Edges.ToDictionary(e => e.Id, e => PackedSending.Within(e, judged))
            ),
            _ => new PackedOutcome(happened, new Dictionary<string, RunEvent>()),
        };
}

/// <summary>What became of a packed request, and of the edges in it that need not go out by themselves.</summary>
internal sealed record PackedOutcome(RunEvent Row, IReadOnlyDictionary<string, RunEvent> Edges);
