using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>A key that is let in though it is not the right one.</summary>
internal abstract class LaxKey(string name, string check, string description) : Defect(name, check, description)
{
    public override KeyVerdict JudgeKey(CallRequest request, string expected, KeyVerdict verdict) =>
        verdict != KeyVerdict.Right && Takes(request, expected) ? KeyVerdict.Right : verdict;

    protected abstract bool Takes(CallRequest request, string expected);
}
