using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Finds the edges for which a packed request failed: the likeliest goes out by itself, then the others in halves,
/// until what fails is a single edge or the run may send no more of it.
/// </summary>
internal sealed class TakingApart(PackedSending sending)
{
    private const int MaxRequests = 12;
    private const int MaxRequestsOfRun = 60;
    private int _sent;

    /// <summary>
    /// What became of each edge: a verdict of its own, one within a smaller request, or why there is none.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, RunEvent>> OfAsync(
        PackedRow row,
        RunEvent.CaseJudged failed,
        CancellationToken cancellation
    )
    {
        var edges = new Dictionary<string, RunEvent>(StringComparer.Ordinal);
        var open = new Queue<IReadOnlyList<CasePlan>>(Split(row.Edges, failed));
        for (var requests = 0; open.TryDequeue(out var some); requests++)
        {
            if (requests >= MaxRequests || Interlocked.Increment(ref _sent) > MaxRequestsOfRun)
            {
                Leave(some, "the packed request that carried it failed, and was not taken apart any further", edges);
                continue;
            }

            if (some is [var single])
            {
                edges[single.Id] = await sending.TryAsync(single.Make(), cancellation);
            }
            else
            {
                Take(some, await sending.TryUnlistedAsync(row.Narrow(some).Make(), cancellation), edges, open);
            }
        }

        return edges;
    }

    private static void Take(
        IReadOnlyList<CasePlan> some,
        RunEvent happened,
        Dictionary<string, RunEvent> edges,
        Queue<IReadOnlyList<CasePlan>> open
    )
    {
        switch (happened)
        {
            case RunEvent.CaseJudged { Exchange: not null } judged when PackedSending.Holds(judged):
                foreach (var edge in some)
                {
                    edges[edge.Id] = PackedSending.Within(edge, judged);
                }

                break;
            case RunEvent.CaseJudged { Verdict: Verdict.Failed } failed:
                Split(some, failed).ToList().ForEach(open.Enqueue);
                break;
            case RunEvent.CaseJudged { Verdict: Verdict.Skipped { Reason: var reason } }:
                Leave(
                    some,
                    $"the packed request that carried it failed, and to take it apart was withheld: {reason}",
                    edges
                );
                break;
            default:
                Leave(some, "the packed request that carried it failed, and a part of it got no verdict", edges);
                break;
        }
    }

    private static void Leave(IReadOnlyList<CasePlan> some, string reason, Dictionary<string, RunEvent> edges)
    {
        foreach (var edge in some)
        {
            edges[edge.Id] = PackedSending.NotJudged(edge, reason);
        }
    }

    // What the finding names comes first, and apart from the others.
    private static IReadOnlyList<IReadOnlyList<CasePlan>> Split(
        IReadOnlyList<CasePlan> edges,
        RunEvent.CaseJudged failed
    )
    {
        var findings = ((Verdict.Failed)failed.Verdict).Findings;
        var suspect = edges.FirstOrDefault(e => findings.Any(f => Names(f, e.Make())));
        var half = (edges.Count + 1) / 2;
        IReadOnlyList<IReadOnlyList<CasePlan>> parts = suspect is null
            ?
            [
                [.. edges.Take(half)],
                [.. edges.Skip(half)],
            ]
            :
            [
                [suspect],
                [.. edges.Where(e => e.Id != suspect.Id)],
            ];
        return [.. parts.Where(p => p.Count > 0)];
    }

    private static bool Names(Finding finding, TestCase edge) =>
        edge.Location.Pointer is { Length: > 0 } pointer
        && (
            finding.Location.EndsWith(pointer, StringComparison.Ordinal)
            || finding.Location.Contains(pointer + "/", StringComparison.Ordinal)
            || finding.Found.Contains(ErrorPaths.Show(edge.Location.Path), StringComparison.Ordinal)
        );
}
