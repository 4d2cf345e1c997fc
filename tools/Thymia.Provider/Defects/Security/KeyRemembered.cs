using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyRemembered()
    : Defect("key-remembered", "key-required", "Once a right key was sent, requests without one are let in.")
{
    private volatile bool _seen;

    public override KeyVerdict JudgeKey(CallRequest request, string expected, KeyVerdict verdict)
    {
        _seen |= verdict == KeyVerdict.Right;
        return _seen && verdict == KeyVerdict.Missing ? KeyVerdict.Right : verdict;
    }
}
