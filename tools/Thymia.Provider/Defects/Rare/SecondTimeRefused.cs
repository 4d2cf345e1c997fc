using System.Collections.Concurrent;
using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Rare;

internal sealed class SecondTimeRefused()
    : Defect("second-time-refused", "stable", "A valid request is refused when it comes again.")
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();

    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count == 0 && !_seen.TryAdd(Convert.ToBase64String(request.Body.Span), true))
        {
            problems.Add(new Problem(Place.Body, new Fault(FaultKind.Extra, "call exists", "value_error")));
        }
    }
}
