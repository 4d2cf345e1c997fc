using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

internal sealed class UserNotLookedInto()
    : Defect("user-not-looked-into", "invalid-rejected", "Nothing within the user is judged.")
{
    public override void Judge(CallRequest request, List<Problem> problems) =>
        problems.RemoveAll(problem => problem.Place.Path.StartsWith("user.", StringComparison.Ordinal));
}
