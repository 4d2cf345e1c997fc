using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyUnchecked() : LaxKey("key-unchecked", "key-enforced", "Any key is let in.")
{
    protected override bool Takes(CallRequest request, string expected) => request.Key is { Length: > 0 };
}
