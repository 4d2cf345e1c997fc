using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyAnyCase() : LaxKey("key-any-case", "key-enforced", "The key is let in in any case.")
{
    protected override bool Takes(CallRequest request, string expected) =>
        expected.Equals(request.Key, StringComparison.OrdinalIgnoreCase);
}
