using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class LongLabel500()
    : ServerErrorWhen("long-label-500", "A label of more than 255 characters ends in a 500.")
{
    protected override bool Fails(CallRequest request) => request.TextAt("user.userLabel") is { Length: > 255 };
}
