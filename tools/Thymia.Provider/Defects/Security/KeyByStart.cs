using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyByStart() : LaxKey("key-by-start", "key-enforced", "Whatever begins with the key is let in.")
{
    protected override bool Takes(CallRequest request, string expected) =>
        request.Key is { } key && key.StartsWith(expected, StringComparison.Ordinal);
}
