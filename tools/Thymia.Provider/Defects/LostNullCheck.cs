using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects;

/// <summary>Null is taken for one property, whatever the vocabulary calls that fault.</summary>
internal sealed class LostNullCheck(string name, string path)
    : Defect(name, "invalid-rejected", $"Null is taken for {path}.")
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (request.At(path).IsNull)
        {
            problems.RemoveAll(problem => problem.Place.Path == path);
        }
    }
}
