using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class NulCharacter500() : ServerErrorWhen("nul-character-500", "A NUL in a label ends in a 500.")
{
    protected override bool Fails(CallRequest request) =>
        request.TextAt("user.userLabel") is { } label && label.Contains('\0', StringComparison.Ordinal);
}
