using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Cases that got no whole answer, kept until the run has ended: only then is known
/// whether it was chance or their kind.
/// </summary>
internal sealed class UnansweredCases(Judge judge)
{
    private const int MinAlike = 2;

    private readonly Lock _noting = new();
    private readonly List<(RunEvent.CaseJudged Case, int Order)> _kept = [];
    private int _order;
    private int _firstAnswered = int.MaxValue;
    private int _lastAnswered = -1;

    /// <summary>Whether the verdict is to wait for the end; takes note of what was answered.</summary>
    public bool Keeps(RunEvent happened)
    {
        if (happened is not RunEvent.CaseJudged { Exchange: { } exchange } judged)
        {
            return false;
        }

        lock (_noting)
        {
            _order++;
            if (exchange.Answer is not null)
            {
                _firstAnswered = Math.Min(_firstAnswered, _order);
                _lastAnswered = _order;
            }
            else if (judged.Verdict is Verdict.Inconclusive && exchange is { Unreachable: false, IsRecovered: false })
            {
                _kept.Add((judged, _order));
                return true;
            }

            return false;
        }
    }

    /// <summary>The verdicts on all that were kept.</summary>
    public IReadOnlyList<RunEvent> Settle()
    {
        lock (_noting)
        {
            var between = _kept
                .Where(k => _firstAnswered < k.Order && k.Order < _lastAnswered)
                .Select(k => k.Case)
                .ToHashSet<RunEvent.CaseJudged>(ReferenceEqualityComparer.Instance);
            var places = Frequent(between, PlaceOf);
            var kinds = Frequent(between.Where(j => !j.Exchange!.TimedOut), ValidityOf);
            var settled = _kept
                .Select(k => k.Case)
                .Select(
                    RunEvent (j) =>
                        !between.Contains(j) ? j
                        : places.Contains(PlaceOf(j)) ? Failed(j, "as others at that place")
                        : !j.Exchange!.TimedOut && kinds.Contains(ValidityOf(j))
                            ? Failed(j, $"as other {(j.Case.IsValid ? "valid" : "invalid")} requests")
                        : j
                )
                .ToList();
            _kept.Clear();
            return settled;
        }
    }

    private RunEvent.CaseJudged Failed(RunEvent.CaseJudged judged, string alike) =>
        judged with
        {
            Verdict = judge.Unanswered(
                judged.Case,
                judged.Exchange!,
                $"{alike}, while cases before and after were answered"
            ),
        };

    // Requests on connections that had perhaps ended before are no evidence by themselves.
    private static HashSet<string> Frequent(
        IEnumerable<RunEvent.CaseJudged> cases,
        Func<RunEvent.CaseJudged, string> trait
    ) =>
        [
            .. cases
                .GroupBy(trait)
                .Where(g => g.Count() >= MinAlike && g.Any(j => !j.Exchange!.IsPerhapsUnread))
                .Select(g => g.Key),
        ];

    private static string PlaceOf(RunEvent.CaseJudged judged) =>
        $"{judged.Case.Operation.Name} {judged.Case.Location.Display} {judged.Case.Keyword} {judged.Case.Kind}";

    private static string ValidityOf(RunEvent.CaseJudged judged) =>
        $"{judged.Case.Operation.Name} {judged.Case.IsValid} {judged.Exchange!.Failure}";
}
