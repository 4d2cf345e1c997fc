using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects;

/// <summary>A constraint that is not enforced: the fault of that kind at that path is overlooked.</summary>
/// <param name="path">Dotted, within the body; empty for the body itself.</param>
/// <param name="kind">What is overlooked there.</param>
internal sealed class LostValidation(string name, string path, FaultKind kind, string description)
    : Defect(name, "invalid-rejected", description)
{
    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (Takes(path.Length == 0 ? request.Root : request.At(path)))
        {
            problems.RemoveAll(problem => problem.Is(path, kind));
        }
    }

    /// <summary>Which faulty values are let through; all of them by default.</summary>
    public Func<JsonValue, bool> Takes { get; init; } = _ => true;
}
