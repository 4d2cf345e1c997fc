using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Security;

internal sealed class MissingKeyBlamesBody()
    : Defect("missing-key-blames-body", "error-location", "A missing key is said to be missing from the body.")
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        var place = problems.FindIndex(problem => problem.Place == Place.Key);
        if (place >= 0)
        {
            problems[place] = problems[place] with { Place = Place.Body };
        }
    }
}
