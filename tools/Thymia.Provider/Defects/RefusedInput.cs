using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects;

/// <summary>Valid input that is refused, with a well-formed error at that path.</summary>
/// <param name="path">Dotted, within the body; empty for the body itself.</param>
internal sealed class RefusedInput(string name, string path, string description)
    : Defect(name, "valid-accepted", description)
{
    private static readonly Fault Unsupported = new(FaultKind.Extra, "value is not supported", "value_error");

    /// <summary>One member of an enumeration that is refused though the contract lists it.</summary>
    public static RefusedInput OfMember(string name, string path, string member) =>
        new(name, path, $"{member} is refused.") { Refuses = request => request.TextAt(path) == member };

    public override void Judge(CallRequest request, List<Problem> problems)
    {
        if (problems.Count == 0 && Refuses(request))
        {
            problems.Add(new Problem(path.Length == 0 ? Place.Body : Place.In(path), Unsupported));
        }
    }

    /// <summary>Whether a valid request is refused.</summary>
    public required Func<CallRequest, bool> Refuses { get; init; }
}
