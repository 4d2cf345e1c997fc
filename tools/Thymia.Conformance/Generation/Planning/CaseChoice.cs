using System.Collections.Concurrent;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Which of an operation's cases are enumerated: all that can be made, as long as there is room. Where there is not,
/// every constraint and every kind of case at least once, then the others in their order, those of pairs last.
/// </summary>
internal sealed class CaseChoice(CaseLimits limits, ConcurrentDictionary<string, string> untested)
{
    private static readonly HashSet<string> OfPairs = new(StringComparer.Ordinal)
    {
        "two-breaks",
        "three-breaks",
        "combination",
    };

    /// <summary>How many there was no room for.</summary>
    public int LeftOut { get; private set; }

    public IReadOnlyList<CasePlan> Choose(IReadOnlyList<CasePlan> plans)
    {
        var chosen = plans.Count <= limits.MaxCases ? plans : Fewer(plans);
        LeftOut = plans.Count - chosen.Count;
        return [.. chosen.Where(CanBeMade)];
    }

    private bool CanBeMade(CasePlan plan)
    {
        limits.Cancellation.ThrowIfCancellationRequested();
        if (plan.Problem() is not { } problem)
        {
            return true;
        }

        // A default that breaks what the schema says elsewhere is no valid value, and the place is tested without it.
        if (Parts(plan) is var (place, keyword, _) && keyword is not "default")
        {
            untested.TryAdd(place, problem);
        }

        return false;
    }

    /// <summary>
    /// How much each plan tells: 0 for the first of its place, or of its way to break a keyword, 1 for another, 2 for
    /// one of pairs.
    /// </summary>
    public static IReadOnlyList<(CasePlan Plan, int Rank)> Ranked(IReadOnlyList<CasePlan> plans)
    {
        var places = new HashSet<(string, string, bool)>();
        var kinds = new HashSet<(string, string, bool)>();
        return
        [
            .. plans.Select(plan =>
            {
                var (place, keyword, kind) = Parts(plan);
                var isNew = places.Add((place, keyword, plan.IsValid)) | kinds.Add((keyword, kind, plan.IsValid));
                return (
                    plan,
                    OfPairs.Contains(keyword) ? 2
                    : isNew ? 0
                    : 1
                );
            }),
        ];
    }

    private List<CasePlan> Fewer(IReadOnlyList<CasePlan> plans) =>
        [
            .. Ranked(plans)
                .Select((p, index) => (p.Plan, index, p.Rank))
                .OrderBy(p => p.Rank)
                .ThenBy(p => p.index)
                .Take(limits.MaxCases)
                .OrderBy(p => p.index)
                .Select(p => p.Plan),
        ];

    // Operation, place, keyword and kind, as the id has them.
    private static (string Place, string Keyword, string Kind) Parts(CasePlan plan)
    {
        var parts = plan.Id.Split(':', 4);
        return (
            parts.ElementAtOrDefault(1) ?? "",
            parts.ElementAtOrDefault(2) ?? "",
            parts.ElementAtOrDefault(3) ?? ""
        );
    }
}
