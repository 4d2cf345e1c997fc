using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>A key that is let in though it is not the right one.</summary>
internal sealed class LaxKey(string name, string check, string description) : Defect(name, check, description)
{
    public override KeyVerdict JudgeKey(CallRequest request, string expected, KeyVerdict verdict) =>
        verdict != KeyVerdict.Right && Takes(request, expected) ? KeyVerdict.Right : verdict;

    /// <summary>Whether a key that is not the right one is let in, by the request and the right key.</summary>
    public required Func<CallRequest, string, bool> Takes { get; init; }
}
