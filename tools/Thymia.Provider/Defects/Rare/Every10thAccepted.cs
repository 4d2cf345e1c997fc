using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Rare;

internal sealed class Every10thAccepted()
    : Defect("every-10th-accepted", "invalid-rejected", "Every tenth invalid request is taken.")
{
    private int _refusals;

    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count > 0 && Interlocked.Increment(ref _refusals) % 10 == 0)
        {
            problems.Clear();
        }
    }
}
