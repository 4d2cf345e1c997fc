using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyByLength()
    : LaxKey("key-by-length", "key-enforced", "Any key as long as the right one is let in.")
{
    protected override bool Takes(CallRequest request, string expected) =>
        request.Key is { } key && key.Length == expected.Length;
}
