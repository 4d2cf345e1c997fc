using System.Collections.Concurrent;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging.Deviations;

/// <summary>
/// Takes what is known out of verdicts, and remembers what was seen of it. One object serves one run; safe from many
/// threads.
/// </summary>
public sealed class KnownDeviations(IReadOnlyList<Deviation> deviations, DateOnly today)
{
    private readonly ConcurrentDictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>What became of each so far, in the order of their files.</summary>
    /// <param name="asked">Of each check, to how many answers it applied: what nobody asked is not fixed.</param>
    /// <param name="whole">False where the run was stopped before its last case, and
    /// nothing is known to be gone.</param>
    public IReadOnlyList<DeviationOutcome> Outcomes(IReadOnlyDictionary<string, int> asked, bool whole) =>
        [
            .. deviations.Select(d => new DeviationOutcome(
                d,
                StateOf(d, whole && asked.GetValueOrDefault(d.Check) > 0),
                Count(d)
            )),
        ];

    /// <summary>
    /// The verdict without findings that are known: known where no other is left. A finding whose deviation has
    /// expired stays, and its source says so.
    /// </summary>
    public Verdict Apply(TestCase testCase, Verdict verdict)
    {
        if (deviations.Count == 0 || verdict is Verdict.Inconclusive or Verdict.Skipped or Verdict.Erred)
        {
            return verdict;
        }

        MarkAsked(testCase);
        return verdict is Verdict.Failed failed ? Apply(failed) : verdict;
    }

    private Verdict Apply(Verdict.Failed failed)
    {
        var left = new List<Finding>();
        var covering = new HashSet<Deviation>();
        foreach (var finding in failed.Findings)
        {
            var deviation = deviations.FirstOrDefault(d => d.Covers(finding));
            if (deviation is not null)
            {
                covering.Add(deviation);
            }

            if (deviation is null || IsExpired(deviation))
            {
                left.Add(
                    deviation is null ? finding : finding with { Source = $"{finding.Source}; {Expiry(deviation)}" }
                );
            }
        }

        foreach (var deviation in covering)
        {
            _seen.AddOrUpdate(deviation.Id, 1, (_, count) => count + 1);
        }

        return left.Count > 0 ? new Verdict.Failed(left) : Known(covering.First());
    }

    // A place in the request is asked about by the cases about it; a place in the answer by all.
    private void MarkAsked(TestCase testCase)
    {
        var place = Places.InRequest(testCase.Location);
        foreach (var deviation in deviations)
        {
            if (
                deviation.Case is { } id
                    ? id == testCase.Id
                    : deviation.Location!.StartsWith("answer", StringComparison.Ordinal)
                        || Places.AnyIndex(deviation.Location) == Places.AnyIndex(place)
            )
            {
                _asked.TryAdd(deviation.Id, true);
            }
        }
    }

    private DeviationState StateOf(Deviation deviation, bool asked) =>
        Count(deviation) > 0
            ? IsExpired(deviation)
                ? DeviationState.Expired
                : DeviationState.Known
            : asked && _asked.ContainsKey(deviation.Id)
                ? DeviationState.Fixed
                : DeviationState.NotSeen;

    private int Count(Deviation deviation) => _seen.GetValueOrDefault(deviation.Id);

    private bool IsExpired(Deviation deviation) => today > deviation.Expires;

    private static string Expiry(Deviation deviation) =>
        $"the known deviation '{deviation.Id}' expired on {deviation.Expires:yyyy-MM-dd}";

    private static Verdict.Known Known(Deviation deviation) =>
        new(deviation.Id, $"{deviation.Reason} ({deviation.Owner}, until {deviation.Expires:yyyy-MM-dd})");
}
