using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Errors;

internal sealed class WrongErrorLocation()
    : Defect("wrong-error-location", "error-location", "An error names another property than the one that is wrong.")
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        for (var i = 0; i < problems.Count; i++)
        {
            var other = problems[i].Place.Path == "language" ? "agent" : "language";
            problems[i] = problems[i] with { Place = Place.In(other) };
        }
    }
}
