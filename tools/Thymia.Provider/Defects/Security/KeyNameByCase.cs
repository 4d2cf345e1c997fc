using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyNameByCase()
    : Defect("key-name-by-case", "valid-accepted", "The name of the key's header is looked for in small letters alone.")
{
    public override KeyVerdict JudgeKey(CallRequest request, string expected, KeyVerdict verdict) =>
        request.Headers.Any(h => h.Key == "x-api-key") ? verdict : KeyVerdict.Missing;
}
