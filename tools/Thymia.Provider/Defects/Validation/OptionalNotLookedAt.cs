using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class OptionalNotLookedAt()
    : Defect("optional-not-looked-at", "invalid-rejected", "No optional property is judged.")
{
    public override void Judge(CallRequest request, List<Problem> problems) =>
        problems.RemoveAll(
            problem => problem.Place.Path is "phoneNumber" or "webhookUrl" or "metadata" or "deleteData");
}
