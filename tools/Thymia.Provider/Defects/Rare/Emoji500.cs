using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class Emoji500() : ServerErrorWhen("emoji-500", "A character beyond the basic plane ends in a 500.")
{
    protected override bool Fails(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.Any(char.IsSurrogate);
}
