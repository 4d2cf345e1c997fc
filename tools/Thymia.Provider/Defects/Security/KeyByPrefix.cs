using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Security;

internal sealed class KeyByPrefix() : LaxKey("key-by-prefix", "key-enforced", "The first half of the key is enough.")
{
    protected override bool Takes(CallRequest request, string expected) =>
        request.Key is { } key && key.StartsWith(expected[..(expected.Length / 2)], StringComparison.Ordinal);
}
