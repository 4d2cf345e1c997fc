using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Errors;

internal sealed class UnrelatedErrorAdded()
    : Defect("unrelated-error-added", "error-location", "Every refusal blames the webhook as well.")
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count > 0)
        {
            problems.Add(new Problem(Place.In("webhookUrl"), problems[0].Fault));
        }
    }
}
