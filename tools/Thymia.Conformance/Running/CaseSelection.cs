using System.Collections.Concurrent;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Running;

/// <summary>Which of the cases a configuration wants.</summary>
internal sealed class CaseSelection(ConformanceOptions options)
{
    // Random cases may be millions.
    private const int MaxRemembered = 10_000;

    // A filter looks at the case itself, and is put to the same cases for count, constraints and run.
    private readonly ConcurrentDictionary<string, bool> _met = new(StringComparer.Ordinal);

    public bool Holds(CasePlan plan) =>
        (options.Only == ChosenCases.All || plan.IsValid == (options.Only == ChosenCases.Valid))
        && (options.Filter is not { } filter || Meets(filter, plan));

    private bool Meets(CaseFilter filter, CasePlan plan)
    {
        if (!_met.TryGetValue(plan.Id, out var meets))
        {
            meets = filter.Matches(plan.Make());
            if (_met.Count < MaxRemembered)
            {
                _met[plan.Id] = meets;
            }
        }

        return meets;
    }
}
