using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class EmptyLabel500() : ServerErrorWhen("empty-label-500", "An empty label ends in a 500.")
{
    protected override bool Fails(CallRequest request) => request.TextAt("user.userLabel") is { Length: 0 };
}
