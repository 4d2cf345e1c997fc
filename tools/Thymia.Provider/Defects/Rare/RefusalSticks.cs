using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Rare;

internal sealed class RefusalSticks()
    : Defect(
        "refusal-sticks",
        "valid-accepted",
        "A valid request right after an invalid one is refused with the problems of that."
    )
{
    private List<Problem> _left = [];

    public override void Judge(CallRequest request, List<Problem> problems)
    {
        var left = Interlocked.Exchange(ref _left, [.. problems]);
        if (problems.Count == 0)
        {
            problems.AddRange(left);
        }
    }
}
