using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class EmptyKeyAccepted() : LaxKey("empty-key-accepted", "key-enforced", "An empty key is let in.")
{
    protected override bool Takes(CallRequest request, string expected) => request.Key is { Length: 0 };
}
