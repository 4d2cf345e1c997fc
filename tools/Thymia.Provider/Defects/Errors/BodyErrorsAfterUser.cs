using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Errors;

internal sealed class BodyErrorsAfterUser()
    : Defect(
        "body-errors-after-user",
        "error-complete",
        "Nothing else is listed once something is wrong within the user."
    )
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Exists(IsInUser))
        {
            problems.RemoveAll(problem => !IsInUser(problem));
        }
    }

    private static bool IsInUser(Problem problem) => problem.Place.Path.StartsWith("user", StringComparison.Ordinal);
}
