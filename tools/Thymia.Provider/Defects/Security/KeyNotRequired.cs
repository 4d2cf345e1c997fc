using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyNotRequired()
    : LaxKey("key-not-required", "key-required", "A request without a key is let in.")
{
    protected override bool Takes(CallRequest request, string expected) => request.Key is null;
}
