using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Errors;

internal sealed class FirstErrorOnly()
    : Defect("first-error-only", "error-complete", "Only the first of several errors is listed.")
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count > 1)
        {
            problems.RemoveRange(1, problems.Count - 1);
        }
    }
}
