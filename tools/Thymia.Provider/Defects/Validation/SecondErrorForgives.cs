using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class SecondErrorForgives()
    : Defect("second-error-forgives", "invalid-rejected", "A request with two problems or more is taken.")
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count > 1)
        {
            problems.Clear();
        }
    }
}
