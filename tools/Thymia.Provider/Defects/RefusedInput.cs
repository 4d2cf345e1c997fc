using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects;

/// <summary>Valid input that is refused, with a well-formed error at that path.</summary>
/// <param name="path">Dotted, within the body; empty for the body itself.</param>
internal abstract class RefusedInput(string name, string path, string description)
    : Defect(name, "valid-accepted", description)
{
    private static readonly Fault Unsupported = new(FaultKind.Extra, "value is not supported", "value_error");

    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count == 0 && Refuses(request))
        {
            problems.Add(new Problem(path.Length == 0 ? Place.Body : Place.In(path), Unsupported));
        }
    }

    /// <summary>Whether a valid request is refused.</summary>
    protected abstract bool Refuses(CallRequest request);
}
